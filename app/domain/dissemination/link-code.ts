/** Whether a text can be the code of a pass-on link at all. */
export function isLinkCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text);
}
