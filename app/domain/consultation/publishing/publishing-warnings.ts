import {
  BANK_HOLIDAYS,
  calendarDaysBetween,
  findConflictingTimes,
  FULL_PERIOD_DAYS,
  type CivilMoment,
} from '~/domain/deadline';
import { questionsOf } from '~/domain/questionnaire';
import { TIMETABLE_DAYS, type ConsultationDocument } from '../document';
import { textsOf } from '../translation/texts-of-document';
import { plannedTexts } from './planned-texts';
import type { Problem } from './problem';

/** A deadline this many local days or fewer from a bank holiday is warned of (requirements P9). */
const DAYS_AROUND_HOLIDAY = 3;

/**
 * What its authors should look at once more before publishing; none of it keeps them from it. A text names another day
 * or time than the timetable, the deadline lies near a bank holiday, the reasons for a short period will be published,
 * no question asks about an option.
 */
export function publishingWarnings(
  document: ConsultationDocument,
  holidays: typeof BANK_HOLIDAYS = BANK_HOLIDAYS,
): Problem[] {
  return [
    ...warnOfOtherTimes(document),
    ...warnOfShortPeriod(document),
    ...warnOfHoliday(document, holidays),
    ...warnOfUnaskedOptions(document),
  ];
}

function warnOfOtherTimes(document: ConsultationDocument): Problem[] {
  const { closesOn, closesTime, zone } = document.timetable;
  if (!closesOn) return [];
  const deadline: CivilMoment = { date: closesOn, time: closesTime, zone };
  const daysOfTimetable = TIMETABLE_DAYS.flatMap((name) => document.timetable[name] ?? []);
  const placeOf = placesInDraft(document);
  return textsOf(document).flatMap(({ path, texts }) =>
    document.languages.flatMap((language): Problem[] => {
      const found = findConflictingTimes(texts[language] ?? '', deadline, language, daysOfTimetable)[0]
        ?.found;
      if (!found) return [];
      const values = { found };
      return language === document.originalLanguage
        ? [{ code: 'names-another-time', ...placeOf(path), path, values }]
        : [{ code: 'names-another-time', section: 'translation', field: path, path, language, values }];
    }),
  );
}

/** The page and field on which the text at a path (`textsOf`) is written in the original language. */
function placesInDraft(document: ConsultationDocument): (path: string) => Pick<Problem, 'section' | 'field'> {
  const planned = new Map(
    plannedTexts(document).map(({ path, section, field }) => [path, { section, field }]),
  );
  return (path) => {
    const [holder, id = ''] = path.split('.');
    return (
      planned.get(path) ?? {
        section: 'questionnaire',
        field: holder === 'section' ? `sections/${id}` : id,
      }
    );
  };
}

function warnOfShortPeriod({ timetable: { opensOn, closesOn } }: ConsultationDocument): Problem[] {
  if (!opensOn || !closesOn) return [];
  const days = calendarDaysBetween(opensOn, closesOn);
  return days > 0 && days < FULL_PERIOD_DAYS
    ? [{ code: 'reasons-published', section: 'timetable', field: 'shorterReasons', values: { days } }]
    : [];
}

function warnOfHoliday({ timetable }: ConsultationDocument, holidays: typeof BANK_HOLIDAYS): Problem[] {
  const { closesOn, nation } = timetable;
  const near =
    closesOn &&
    holidays.days[nation].find((day) => Math.abs(calendarDaysBetween(day, closesOn)) <= DAYS_AROUND_HOLIDAY);
  return near
    ? [{ code: 'near-bank-holiday', section: 'timetable', field: 'closesOn', values: { day: near } }]
    : [];
}

/** Every option on offer is asked about, so that what people say of it can be counted (requirements P7). */
function warnOfUnaskedOptions({ options, questionnaire }: ConsultationDocument): Problem[] {
  const asked = new Set(questionsOf(questionnaire).map(({ option }) => option));
  const isAskedTogether = questionsOf(questionnaire).some(({ choices }) =>
    options.every((option) => option.whyRejected || choices?.some(({ id }) => id === option.id)),
  );
  if (isAskedTogether) return [];
  return options.flatMap(({ id, whyRejected }, index) =>
    whyRejected || asked.has(id)
      ? []
      : [
          {
            code: 'option-not-asked',
            section: 'options',
            field: `options[${index}].title`,
            values: { number: index + 1 },
          },
        ],
  );
}
