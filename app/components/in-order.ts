/** Keeps a phone number or an address in its own order inside a sentence of either direction (Unicode LRI … PDI). */
export function inOrder(text: string): string {
  return `\u2066${text}\u2069`;
}
