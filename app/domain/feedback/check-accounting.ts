import { isWritten } from './check-texts';
import type { Refusal } from './refusal';
import type { ReportState, SubjectKind } from './report-state';

type Subject = { id: string; label?: string | undefined };

/**
 * So that findings cannot be picked (requirements F2): every theme with a response under it, every question with
 * an answer, and the largest objection to every option has a finding of its own or a published reason of its own.
 * A finding is a theme's own when it names no other theme; it may name one theme, one question and one option. A
 * question of free text is also accounted for by a finding on one of its themes.
 */
export function checkAccounting(state: ReportState): Refusal[] {
  const { findings } = state;
  const ownThemes = findings.flatMap(({ themeIds }) => (new Set(themeIds).size === 1 ? themeIds : []));
  const namedThemes = new Set(findings.flatMap(({ themeIds }) => themeIds));
  const questionOfTheme = new Map(state.themes.map((theme) => [theme.id, theme.questionId]));
  const questions = [
    ...findings.map(({ questionId }) => questionId),
    ...ownThemes.map((id) => questionOfTheme.get(id)),
  ];
  const options = findings.map(({ optionId }) => optionId);

  const themes = unaccounted(
    state,
    'theme',
    state.themes.filter(({ responses }) => responses > 0),
    ownThemes,
  );
  return [
    ...themes.map((refusal): Refusal =>
      namedThemes.has(refusal.subject?.id ?? '') ? { ...refusal, code: 'shares-a-finding' } : refusal,
    ),
    ...unaccounted(
      state,
      'question',
      state.questions.filter(({ answers }) => answers > 0),
      questions,
    ),
    ...unaccounted(
      state,
      'option',
      state.options.filter((option) => option.largestObjection > 0),
      options,
    ),
  ];
}

function unaccounted(
  { reasons }: ReportState,
  kind: SubjectKind,
  subjects: Subject[],
  accountedFor: (string | undefined)[],
): Refusal[] {
  const given = reasons.filter((reason) => reason.kind === kind && isWritten(reason.reason));
  const accounted = new Set([...accountedFor, ...given.map(({ id }) => id)]);
  return subjects
    .filter(({ id }) => !accounted.has(id))
    .map(({ id, label }) => ({ code: 'unaccounted', subject: { kind, id, label } }));
}
