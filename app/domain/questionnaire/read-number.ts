/** More digits than a number in JSON keeps exactly. */
export const NUMBER_DIGITS_LIMIT = 15;
/** Past this a text is not looked at as a number at all. */
const TEXT_LIMIT = 100;

/** Digits of any script as 0-9: Unicode keeps each script's ten together, zero first. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((point - zero) % 10);
  });
}

/**
 * A number as people write it: digits of any script (۱۲۳), a point (. or ٫), groups parted by commas or spaces
 * (10,000, 10 000, 1,00,000), a sign. Nothing is guessed: `1,5` and `12 kg` are not numbers.
 * Returns undefined when it is not a number, 'too-long' past 15 digits.
 */
export function readNumber(text: string): number | 'too-long' | undefined {
  if (text.length > TEXT_LIMIT) return undefined;
  const plain = westernDigits(text)
    .replace(/[\u061c\u200e\u200f]/g, '')
    .trim()
    .replaceAll('\u066b', '.')
    .replace(/[\u066c\u060c]/g, ',')
    .replace(/\s/g, ' ')
    .replace(/^[-\u2212\u2013] ?/, '-')
    .replace(/^\+ ?/, '');
  if (!/^-?(\d+|\d{1,3}([ ,])(\d{2,3}\2)*\d{3})?(\.\d+)?$/.test(plain) || !/\d/.test(plain)) return undefined;
  const digits = plain.replace(/[ ,]/g, '');
  if (digits.replace(/\D/g, '').replace(/^0+/, '').length > NUMBER_DIGITS_LIMIT) return 'too-long';
  return Number(digits) || 0;
}
