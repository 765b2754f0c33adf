/** The set of questions that a consultation's equality answers were given to; kept with each (requirements Q1). */
export const EQUALITY_SET = 'england-2026-1';

export const PREFER_NOT_TO_SAY = 'prefer-not-to-say';

/**
 * The harmonised categories for England, in the order shown (Government Statistical Service; Census 2021 for ethnic
 * group). Worded in `locales/<language>/equality.json`. Age is asked in bands, never as a date of birth.
 */
const AGES = [
  'under-16',
  '16-24',
  '25-34',
  '35-44',
  '45-54',
  '55-64',
  '65-74',
  '75-84',
  '85-and-over',
  PREFER_NOT_TO_SAY,
] as const;
const HEALTH = ['yes', 'no', PREFER_NOT_TO_SAY] as const;
/** How far a condition limits day-to-day activities; asked of those who have one. */
const LIMITS = ['a-lot', 'a-little', 'not-at-all', PREFER_NOT_TO_SAY] as const;
const GROUPS = ['white', 'mixed', 'asian', 'black', 'other', PREFER_NOT_TO_SAY] as const;

/** The second step of ethnic group, by the first. Roma stand under White, as in the census. */
export const ETHNIC_DETAILS = {
  white: ['british', 'irish', 'gypsy-or-irish-traveller', 'roma', 'any-other-white', PREFER_NOT_TO_SAY],
  mixed: [
    'white-and-black-caribbean',
    'white-and-black-african',
    'white-and-asian',
    'any-other-mixed',
    PREFER_NOT_TO_SAY,
  ],
  asian: ['indian', 'pakistani', 'bangladeshi', 'chinese', 'any-other-asian', PREFER_NOT_TO_SAY],
  black: ['caribbean', 'african', 'any-other-black', PREFER_NOT_TO_SAY],
  other: ['arab', 'any-other', PREFER_NOT_TO_SAY],
} as const;
export type EthnicGroup = keyof typeof ETHNIC_DETAILS;

/** The choices of each question with one step, in the order asked. */
export const EQUALITY_CHOICES = {
  age: AGES,
  health: HEALTH,
  limits: LIMITS,
  ethnicGroup: GROUPS,
} as const;
export type EqualityQuestion = keyof typeof EQUALITY_CHOICES;

/** Answers by question; one that was not answered is absent. */
export type EqualityAnswers = Partial<Record<EqualityQuestion | 'ethnicDetail', string>>;

/** The form field of a question. */
export const equalityFieldOf = (question: EqualityQuestion) => `equality-${question}`;
/** The form field of the second step under an ethnic group: each group has its own. */
export const ethnicDetailFieldOf = (group: EthnicGroup) => `equality-ethnicDetail-${group}`;
