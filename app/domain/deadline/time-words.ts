import type { Language } from '~/domain/translation';

/**
 * How a language names days and times of day: pieces of regular expressions, matched without regard to case, except
 * months, which are proper nouns in English and Welsh ("the 5 may apply" is not a date).
 */
export type TimeWords = {
  /** January to December; each with its short and, in Welsh, its mutated forms. */
  months: readonly string[];
  /** What stands between the number of a day and its month. */
  afterDayNumber: string;
  /** Whether "March 29" is a way to write a date. */
  hasMonthFirst: boolean;
  midnight: string;
  noon: string;
  oClock: string;
  /** Stands between the two times of "9am to 5pm", besides a dash. */
  fromTo: string;
  /** Whether a part of the day may stand before the hour. Never in Welsh, where "am" also means "at". */
  hasPartFirst: boolean;
  /** The parts of the day; `night` is after noon for 5 to 11 and before it for 12 to 4. */
  morning: string;
  afternoon: string;
  night: string;
};

const LATIN_AM = 'am|a\\.m\\.?';
const LATIN_PM = 'pm|p\\.m\\.?';
const NEVER = '(?!)';

export const TIME_WORDS: Record<Language, TimeWords> = {
  en: {
    // prettier-ignore
    months: [
      'January|Jan', 'February|Feb', 'March|Mar', 'April|Apr', 'May', 'June|Jun', 'July|Jul', 'August|Aug',
      'September|Sept|Sep', 'October|Oct', 'November|Nov', 'December|Dec',
    ],
    afterDayNumber: '(?:st|nd|rd|th)?\\s*(?:of\\s+)?',
    hasMonthFirst: true,
    midnight: 'midnight',
    noon: 'noon|midday',
    oClock: "o['’]clock",
    fromTo: 'to|until|till|and',
    hasPartFirst: false,
    morning: `${LATIN_AM}|in the morning`,
    afternoon: `${LATIN_PM}|in the afternoon|in the evening`,
    night: 'at night',
  },
  cy: {
    // prettier-ignore
    months: [
      'Ionawr|Ion', 'Chwefror|Chwef|Chw', 'Mawrth|Fawrth|Maw', 'Ebrill|Ebr', 'Mai|Fai', 'Mehefin|Fehefin|Meh',
      'Gorffennaf|Orffennaf|Gorff|Gor', 'Awst', 'Medi|Fedi', 'Hydref|Hyd', 'Tachwedd|Dachwedd|Tach',
      'Rhagfyr|Ragfyr|Rhag',
    ],
    afterDayNumber: '(?:af|ail|ydd|fed|eg|ain|il)?\\s*(?:o\\s+)?',
    hasMonthFirst: true,
    midnight: '(?:hanner|[cg]h?anol) nos',
    noon: '(?:hanner|[cg]h?anol) dydd',
    oClock: "o['’]r gloch",
    fromTo: 'i|tan|hyd|hyd at|ac?',
    hasPartFirst: false,
    morning: `${LATIN_AM}|yb|y\\.b\\.?|(?:yn )?y bore`,
    afternoon: `${LATIN_PM}|y[ph]|y\\.[ph]\\.?|(?:yn )?y prynhawn|yr hwyr|gyda[’']r nos|min nos`,
    night: 'y nos',
  },
  ur: {
    // prettier-ignore
    months: [
      'جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر',
    ],
    afterDayNumber: '\\s*',
    hasMonthFirst: false,
    midnight: 'آدھی رات|نصف شب',
    noon: NEVER,
    oClock: 'بجے',
    fromTo: 'سے|تا',
    hasPartFirst: true,
    morning: `${LATIN_AM}|صبح`,
    afternoon: `${LATIN_PM}|دوپہر|سہ پہر|شام|دن`,
    night: 'رات',
  },
};
