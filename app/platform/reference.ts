/** Crockford's base 32: no I, L, O or U, so that nothing read aloud or off paper is ambiguous. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARACTERS = 8;

/**
 * A respondent's reference like `K7QF-3M9T-2`: eight random characters (40 bits) and a check character. References can collide once in a
 * great while: the column is unique and the caller tries again.
 *
 * @param randomBytes gives that many random bytes; five bits of each are used.
 */
export function newReference(randomBytes: (size: number) => Uint8Array = pooledBytes): string {
  const values = Array.from(randomBytes(RANDOM_CHARACTERS), (byte) => byte & 31);
  return grouped([...values, checkOf(values)].map((value) => ALPHABET[value]).join(''));
}

let pool = new Uint8Array(0);

/** Taken from many drawn at once: the system takes as long for eight as for thousands. */
function pooledBytes(size: number): Uint8Array {
  if (pool.length < size) pool = crypto.getRandomValues(new Uint8Array(4096));
  const taken = pool.subarray(0, size);
  pool = pool.subarray(size);
  return taken;
}

/** A reference as we write it, whatever the case, spaces and hyphens it was typed with; O is read as 0, I and L as 1. */
export function normaliseReference(typed: string): string {
  const characters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return grouped(characters);
}

/** Whether it can be a reference: the check finds any one wrong character and any two swapped. */
export function isReferenceWellFormed(typed: string): boolean {
  const values = [...normaliseReference(typed).replaceAll('-', '')].map((character) =>
    ALPHABET.indexOf(character),
  );
  const check = values.pop();
  return values.length === RANDOM_CHARACTERS && !values.includes(-1) && check === checkOf(values);
}

function grouped(characters: string): string {
  return characters.match(/.{1,4}/g)?.join('-') ?? '';
}

/** Sum of the values, each multiplied by another power of 2 in the field of 32 elements. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0);
}

/** Times x modulo x⁵ + x² + 1. */
function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
