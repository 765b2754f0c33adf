/** Crockford's base 32 in lower case: nothing in it is mistaken for something else on a poster. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 7;

/** A code such as `k7qf3mt` for an infrastructure body's link: short enough to type, 35 bits, no secret. */
export function newLinkCode(
  randomBytes: (size: number) => Uint8Array = (size) => crypto.getRandomValues(new Uint8Array(size)),
): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

/** Whether a text can be the code of a pass-on link at all. */
export function isLinkCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text);
}
