import type { Question } from '~/domain/questionnaire';
import { nearestName } from '~/domain/nearest-name';
import { hasText } from '~/domain/translation';
import { textsOf } from '../translation/texts-of-document';
import type { ConsultationFile } from './consultation-file';
import { placeOf, type FileProblem } from './file-problem';

type TranslationRecord = ConsultationFile['translationRecords'][number];

/**
 * The records of translations that are of a text in the file, one each, by its path as its ids are after tidying; and the
 * others, each named.
 */
export function settleRecords(file: ConsultationFile): {
  translationRecords: TranslationRecord[];
  notes: FileProblem[];
} {
  const texts = new Map(textsOf(file).map((text) => [text.path, text.texts]));
  const paths = new Map([...texts.keys()].map((path) => [tidied(path), path]));
  const kept = new Map<string, TranslationRecord>();
  const notes: FileProblem[] = [];
  file.translationRecords.forEach((given, index) => {
    const path = texts.has(given.path) ? given.path : (paths.get(tidied(given.path)) ?? given.path);
    const record = { ...given, path };
    const key = `${record.language} ${path}`;
    const note = (code: string) => notes.push({ code, path: `translationRecords[${index}]` });
    if (!texts.has(path)) note('record-of-no-text');
    else if (record.language === file.originalLanguage) note('record-of-original');
    else if (!hasText(texts.get(path), record.language)) note('record-of-no-translation');
    else if (kept.has(key)) note('record-repeated');
    else kept.set(key, record);
  });
  return { translationRecords: [...kept.values()], notes };
}

/** A path whose ids are written in any way, as all ways of writing it are alike. */
function tidied(path: string): string {
  return path
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

/** What questions have that comes to nothing: an option that there is not, choices or numbers that their type does not use. */
export function unusedIn({ questionnaire, options }: ConsultationFile): FileProblem[] {
  const ids = options.map(({ id }) => id);
  return questionnaire.sections.flatMap(({ questions }, s) =>
    questions.flatMap((question, q) => {
      const at = (field: string) => placeOf(['questionnaire', 'sections', s, 'questions', q, field]);
      return [
        ...(question.option === undefined || ids.includes(question.option)
          ? []
          : [optionUnknown(question.option, ids, at('option'))]),
        ...unusedBy(question).map((field) => ({ code: `${field}-unused`, path: at(field) })),
        ...aloneForNothing(question).map((index) => ({
          code: 'standsAlone-unused',
          path: placeOf(['questionnaire', 'sections', s, 'questions', q, 'choices', index, 'standsAlone']),
        })),
      ];
    }),
  );
}

function optionUnknown(id: string, ids: readonly string[], path: string): FileProblem {
  const nearest = nearestName(id, ids);
  return nearest
    ? { code: 'option-unknown-near', path, values: { nearest } }
    : { code: 'option-unknown', path };
}

/** Choices that would rule out others where only one is chosen anyway. */
function aloneForNothing({ type, choices = [] }: Question): number[] {
  if (type === 'multiple-choice') return [];
  return choices.flatMap(({ standsAlone }, index) => (standsAlone ? [index] : []));
}

function unusedBy({ type, choices, mostChoices, minimum, maximum }: Question): string[] {
  const isChosen = type === 'single-choice' || type === 'multiple-choice' || type === 'place';
  return [
    ...(choices?.length && !isChosen ? ['choices'] : []),
    ...(mostChoices !== undefined && type !== 'multiple-choice' ? ['mostChoices'] : []),
    ...(minimum !== undefined && type !== 'number' ? ['minimum'] : []),
    ...(maximum !== undefined && type !== 'number' ? ['maximum'] : []),
  ];
}
