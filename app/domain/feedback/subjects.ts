import type { Localized } from '~/domain/translation';
import type { Finding } from './finding';
import type { SubjectKind } from './report-state';

/** Something that the report has to account for, in the words people were asked or read under. */
export type ReportSubject = {
  kind: SubjectKind;
  id: string;
  label: Localized;
  /** Counted responses: under the theme, that answered the question, behind the largest objection to the option. */
  responses: number;
};

/** What a finding is about, first of all: its theme, its question, its option. */
export function subjectOf(
  finding: Pick<Finding, 'themeIds' | 'questionId' | 'optionId'>,
  subjects: readonly ReportSubject[],
): ReportSubject | undefined {
  const find = (kind: SubjectKind, id: string | undefined) =>
    subjects.find((subject) => subject.kind === kind && subject.id === id);
  return (
    find('theme', finding.themeIds[0]) ??
    find('question', finding.questionId) ??
    find('option', finding.optionId)
  );
}
