import { calendarDaysBetween, FULL_PERIOD_DAYS } from '~/domain/deadline';
import { hasText } from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import type { Problem } from './problem';
import { isKnownZone, publishedTimes } from './published-times';

type Timetable = ConsultationDocument['timetable'];
type DayField = Extract<keyof Timetable, `${string}On`>;

const NEEDED: readonly { field: DayField; code: string }[] = [
  { field: 'opensOn', code: 'opens-on-missing' },
  { field: 'closesOn', code: 'closes-on-missing' },
  { field: 'considerFromOn', code: 'consider-from-on-missing' },
  { field: 'considerUntilOn', code: 'consider-until-on-missing' },
  { field: 'decisionOn', code: 'decision-on-missing' },
  { field: 'feedbackOn', code: 'feedback-on-missing' },
];

/** Days that must be later than another, or no earlier, and what is said when they are not. */
const ORDER: readonly { field: DayField; than: DayField; mayBeSame: boolean; code: string }[] = [
  { field: 'postClosesOn', than: 'closesOn', mayBeSame: true, code: 'post-closes-too-early' },
  { field: 'considerFromOn', than: 'closesOn', mayBeSame: false, code: 'consider-before-closing' },
  { field: 'considerFromOn', than: 'postClosesOn', mayBeSame: false, code: 'consider-before-post-closes' },
  { field: 'considerUntilOn', than: 'considerFromOn', mayBeSame: false, code: 'no-time-to-consider' },
  { field: 'decisionOn', than: 'considerUntilOn', mayBeSame: true, code: 'decision-before-considering' },
  { field: 'feedbackOn', than: 'closesOn', mayBeSame: false, code: 'feedback-before-closing' },
  { field: 'feedbackOn', than: 'decisionOn', mayBeSame: true, code: 'feedback-before-decision' },
];

const inTimetable = (code: string, field: keyof Timetable, values?: Problem['values']): Problem => ({
  code,
  section: 'timetable',
  field,
  ...(values && { values }),
});

/**
 * What is missing or impossible in the timetable (requirements P9, P17, F5). `now`, where given, must lie before the
 * opening.
 */
export function findTimetableProblems(document: ConsultationDocument, now?: Temporal.Instant): Problem[] {
  const { timetable } = document;
  if (!isKnownZone(timetable.zone)) return [inTimetable('zone-unknown', 'zone', { zone: timetable.zone })];
  return [
    ...NEEDED.filter(({ field }) => !timetable[field]).map(({ code, field }) => inTimetable(code, field)),
    ...findPeriodProblems(document, now),
    ...ORDER.filter(({ field, than, mayBeSame }) => {
      const [day, earlier] = [timetable[field], timetable[than]];
      return day && earlier && (mayBeSame ? day < earlier : day <= earlier);
    }).map(({ code, field }) => inTimetable(code, field)),
    ...findPostProblems(timetable),
  ];
}

/** Opening before now, closing before opening, or fewer than 84 local days without reasons (requirements P9). */
function findPeriodProblems(document: ConsultationDocument, now?: Temporal.Instant): Problem[] {
  const { opensOn, closesOn, shorterReasons } = document.timetable;
  const times = publishedTimes(document);
  if (!times || !opensOn || !closesOn) return [];
  const { compare } = Temporal.Instant;
  const problems: Problem[] = [];
  if (now && compare(times.opensAt, now) <= 0) problems.push(inTimetable('opens-in-past', 'opensOn'));
  if (compare(times.closesAt, times.opensAt) <= 0) {
    return [...problems, inTimetable('closes-before-opening', 'closesOn')];
  }
  const days = calendarDaysBetween(opensOn, closesOn);
  if (days < FULL_PERIOD_DAYS && !hasText(shorterReasons, document.originalLanguage)) {
    problems.push(inTimetable('shorter-reasons-missing', 'shorterReasons', { days }));
  }
  return problems;
}

/** "Postmarked by" needs a last day for arrival, not before post closes (requirements D2). */
function findPostProblems({ postRule, postLastArrivalOn, postClosesOn, closesOn }: Timetable): Problem[] {
  if (postRule !== 'postmarked-by') return [];
  if (!postLastArrivalOn) return [inTimetable('post-last-arrival-on-missing', 'postLastArrivalOn')];
  const closing = postClosesOn ?? closesOn;
  return closing && postLastArrivalOn < closing
    ? [inTimetable('post-last-arrival-too-early', 'postLastArrivalOn')]
    : [];
}
