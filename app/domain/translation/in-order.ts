/** Keeps a phone number or an address in its own order inside a sentence of either direction (Unicode LRI … PDI). */
export function inOrder(text: string): string {
  return `\u2066${text}\u2069`;
}

/** A postal address as it stands inside a sentence. */
export function inOneLine(address: string): string {
  const lines = address.split('\n').map((line) => line.trim().replace(/,$/, ''));
  return lines.filter(Boolean).join(', ');
}
