import type { EditableText, Translatable } from '~/domain/consultation';
import {
  hasText,
  indexRecords,
  statusOf,
  withText,
  type Language,
  type Localized,
  type TranslationRecord,
  type TranslationStatus,
} from '~/domain/translation';
import type { Finding } from './finding';
import type { Refusal } from './refusal';
import { REPORT_TEXTS, type PublishedReason, type ReportText, type SubjectKind } from './report-state';

const FINDING_TEXTS = ['said', 'decision', 'action', 'whyNot', 'rationale'] as const;
type FindingText = (typeof FINDING_TEXTS)[number];

/** Every word of a report that is owed in each language of its consultation. */
export type ReportWords = {
  texts: Partial<Record<ReportText, Localized>>;
  findings: Pick<Finding, 'id' | FindingText>[];
  reasons: PublishedReason[];
  /** Those whose name is published. */
  themes: { id: string; name: Localized }[];
};

/** By what the texts of a report are told apart: ids in their order, and what each reason is about. */
export type ReportPlaces = {
  findings: string[];
  reasons: { kind: SubjectKind; id: string; about: Localized }[];
  themes: string[];
};

/** What a path of {@link textsOfReport} begins with, so that it is no path of the consultation's own. */
export const REPORT_PATH = 'report.';

/** The themes whose names are published: the first of each finding, as `subjectOf` takes it, and those with a reason. */
export function publishedThemes(
  findings: readonly Pick<Finding, 'themeIds'>[],
  reasons: readonly PublishedReason[],
): Set<string> {
  return new Set([
    ...findings.flatMap(({ themeIds }) => themeIds.slice(0, 1)),
    ...reasons.flatMap(({ kind, id }) => (kind === 'theme' ? [id] : [])),
  ]);
}

/**
 * The texts that are written in the original language, in the order of the report; paths such as `report.text.decision`,
 * `report.finding.<id>.said`, `report.reason.question.<id>`, `report.theme.<id>`.
 */
export function textsOfReport(words: ReportWords, original: Language): EditableText[] {
  const found: EditableText[] = [];
  mapWords(words, (path, texts, part) => {
    if (hasText(texts, original)) found.push({ path, texts, part, isOneLine: part === 'report.themes' });
    return texts;
  });
  return found;
}

/** The same words with some in one language replaced, by path; an empty one is taken out. */
export function setReportTexts(
  words: ReportWords,
  language: Language,
  byPath: ReadonlyMap<string, string>,
): ReportWords {
  return mapWords(words, (path, texts) => {
    const text = byPath.get(path);
    return text === undefined ? texts : withText(texts, language, text);
  });
}

/** What a path of {@link textsOfReport} is a text of. */
export function placeOf(path: string): Pick<Refusal, 'subject' | 'field'> {
  const [, kind = '', id = '', name = ''] = path.split('.');
  switch (kind) {
    case 'finding':
      return { subject: { kind, id }, field: name };
    case 'reason':
      return { subject: { kind: id as SubjectKind, id: name }, field: 'reason' };
    case 'theme':
      return { subject: { kind, id }, field: 'name' };
    default:
      return { field: id };
  }
}

/** The translations in promised languages whose original has changed since they were made. */
export function staleIn(
  translatable: Translatable,
  records: readonly TranslationRecord[],
): { path: string; language: Language }[] {
  return inStatus('stale', translatable, records);
}

/** Whether any text waits for its translation into a promised language, or for its translation to be looked at again. */
export function isToTranslate(translatable: Translatable, records: readonly TranslationRecord[]): boolean {
  return (
    [...inStatus('missing', translatable, records), ...inStatus('stale', translatable, records)].length > 0
  );
}

function inStatus(
  status: TranslationStatus,
  { originalLanguage, languages, texts }: Translatable,
  records: readonly TranslationRecord[],
): { path: string; language: Language }[] {
  const recordOf = indexRecords(records);
  return languages
    .filter((language) => language !== originalLanguage)
    .flatMap((language) =>
      texts
        .filter(
          ({ path, texts: words }) =>
            statusOf(words, originalLanguage, language, recordOf(path, language)) === status,
        )
        .map(({ path }) => ({ path, language })),
    );
}

type Visit = (path: string, texts: Localized, part: string) => Localized;

/** The words with each text as `visit` gives it back; what `visit` left alone is the same object. */
function mapWords({ texts, findings, reasons, themes }: ReportWords, visit: Visit): ReportWords {
  return {
    texts: Object.fromEntries(
      REPORT_TEXTS.flatMap((name) => {
        const text = texts[name];
        return text ? [[name, visit(`${REPORT_PATH}text.${name}`, text, 'report.texts')]] : [];
      }),
    ),
    findings: findings.map((finding) => {
      const visited = (name: FindingText) =>
        visit(`${REPORT_PATH}finding.${finding.id}.${name}`, finding[name], 'report.findings');
      return { ...finding, ...fromEach(visited) };
    }),
    reasons: reasons.map((reason) => ({
      ...reason,
      reason: visit(`${REPORT_PATH}reason.${reason.kind}.${reason.id}`, reason.reason, 'report.reasons'),
    })),
    themes: themes.map(({ id, name }) => ({
      id,
      name: visit(`${REPORT_PATH}theme.${id}`, name, 'report.themes'),
    })),
  };
}

function fromEach(visited: (name: FindingText) => Localized): Record<FindingText, Localized> {
  return Object.fromEntries(FINDING_TEXTS.map((name) => [name, visited(name)])) as Record<
    FindingText,
    Localized
  >;
}
