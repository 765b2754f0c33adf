/** Words of a text that must come through translation unchanged: variables, e-mail and web addresses. */
const NAMES = /\{\{?\s*[\w.-]+\s*\}?\}|https?:\/\/[^\s<>"”’)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** A day in figures, a time of day, or a number with its groups of thousands and its decimals. */
const FIGURES =
  /(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})|(?<isoYear>\d{4})-(?<isoMonth>\d\d)-(?<isoDay>\d\d)|(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)(?!\d))?\s*(?<half>[ap]\.?m\b\.?)|(?<hour24>\d{1,2}):(?<minute24>\d\d)(?!\d)|(?<number>\d{1,3}(?:[,٬'’\u00a0\u202f]\d{3})+|\d+)(?:[.٫](?<decimals>\d+))?/giu;

/** One figure of the original: the words as they stand there, and the numbers of which a translation must name one. */
type Figure = { found: string; anyOf: string[] };

/**
 * The figures, variables and addresses of the original that the translation does not name, as they stand in the original,
 * each once. Figures of any script count; a time may be told on the other clock and a month by its name. Numbers written
 * as words are not seen: a person is warned by this, and decides.
 */
export function findLostFacts(original: string, translation: string): string[] {
  const plain = withLatinDigits(translation);
  const named = new Set(figuresOf(plain.replace(NAMES, ' ')).flatMap(({ anyOf }) => anyOf));
  const names = original.match(NAMES) ?? [];
  const lost = [
    ...names.map(trimPoint).filter((name) => !translation.includes(name)),
    ...figuresOf(withLatinDigits(original).replace(NAMES, ' '))
      .filter(({ anyOf }) => !anyOf.some((number) => named.has(number)))
      .map(({ found }) => found),
  ];
  return [...new Set(lost)];
}

/** The full stop that ends a sentence is not part of an address in it. */
function trimPoint(name: string): string {
  return name.replace(/[.,;:!?]+$/, '');
}

function figuresOf(text: string): Figure[] {
  return [...text.matchAll(FIGURES)].flatMap(({ 0: found, groups = {} }) => {
    const { day, year, isoYear, isoDay, decimals } = groups;
    if (year || isoYear) return [one(day ?? isoDay), one(year ?? isoYear)];
    const hour = groups.hour ?? groups.hour24;
    if (hour !== undefined) return timeFigures(found.trim(), Number(hour), groups);
    const number = one(groups.number?.replace(/\D/g, ''));
    return [{ found, anyOf: number.anyOf.map((whole) => (decimals ? `${whole}.${decimals}` : whole)) }];
  });
}

/** On the clock of twelve hours or of twenty-four; a full hour may leave out its minutes. */
function timeFigures(found: string, hour: number, groups: Record<string, string | undefined>): Figure[] {
  const minute = groups.minute ?? groups.minute24 ?? '00';
  const isAfternoon = /^p/i.test(groups.half ?? '') || hour > 12;
  const hours = isAfternoon ? [hour % 12, (hour % 12) + 12] : [hour];
  return [
    { found, anyOf: hours.map(String) },
    ...(Number(minute) ? [{ found, anyOf: [String(Number(minute))] }] : []),
  ];
}

function one(digits = ''): Figure {
  return { found: digits, anyOf: [digits.replace(/^0+(?=\d)/, '')] };
}

/** Urdu and Arabic digits as 0 to 9. */
function withLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
