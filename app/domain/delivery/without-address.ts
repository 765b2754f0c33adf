/** Shorter ones stand in words that mean something else. */
const SHORTEST_NAME = 3;

/** What a mail server said about a message, without whose it is: servers quote the address, or the name before its @. */
export function withoutAddress(said: string, address: string): string {
  const name = address.split('@')[0] ?? '';
  const withoutOne = said.replaceAll(address, '…').replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…');
  return name.length < SHORTEST_NAME ? withoutOne : withoutOne.replaceAll(name, '…');
}
