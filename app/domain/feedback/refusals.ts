import { checkReconciliation } from '~/domain/analysis';
import { checkAccounting } from './check-accounting';
import { checkFinding } from './check-finding';
import { checkOptionalText, checkRequiredText } from './check-texts';
import type { Refusal } from './refusal';
import { placeOf, publishedThemes } from './report-words';
import { REPORT_TEXTS, REQUIRED_TEXTS, type ReportState } from './report-state';

/**
 * Everything that keeps a feedback report from being published; empty when nothing does (requirements F2, F3, A2,
 * A5). Unsettled risk flags do not: the answers concerned are kept from quotation, not from the count.
 */
export function reportRefusals(state: ReportState): Refusal[] {
  return [
    ...checkAnswersDue(state),
    ...checkUnfinishedWork(state),
    ...checkTotals(state),
    ...checkAccounting(state),
    ...state.findings.flatMap((finding) => checkFinding(finding, state.questions, state.languages)),
    ...checkReportTexts(state),
    ...checkReasons(state),
    ...checkThemeNames(state),
    ...checkStaleTranslations(state),
  ];
}

/** What would still change the figures and the outcomes that the report freezes. */
function checkAnswersDue({ postOpenUntil, consulteesWithTime }: ReportState): Refusal[] {
  return [
    ...(postOpenUntil ? [{ code: 'post-still-arrives' as const, until: postOpenUntil }] : []),
    ...(consulteesWithTime ? [{ code: 'consultees-still-answer' as const, ...consulteesWithTime }] : []),
  ];
}

function checkUnfinishedWork(state: ReportState): Refusal[] {
  const unfinished: Refusal[] = [
    { code: 'unread-texts', count: state.unreadTexts },
    { code: 'unread-replies', count: state.unreadReplies },
    { code: 'arrivals-not-keyed', count: state.arrivalsNotKeyed },
    { code: 'unchecked-samples', count: state.uncheckedSamples },
    { code: 'undecided-late-entries', count: state.reconciliation.total.lateUndecided },
  ];
  return unfinished.filter(({ count }) => count !== 0);
}

function checkTotals({ reconciliation }: ReportState): Refusal[] {
  return checkReconciliation(reconciliation).map(({ code, figure, channel }) => ({
    code: 'totals-do-not-add-up',
    field: figure ?? code,
    ...(channel === undefined ? {} : { channel }),
  }));
}

function checkReportTexts({ texts, languages }: ReportState): Refusal[] {
  return REPORT_TEXTS.flatMap((field) =>
    REQUIRED_TEXTS.includes(field)
      ? checkRequiredText(texts[field], languages, { field })
      : checkOptionalText(texts[field], languages, { field }),
  );
}

function checkReasons({ reasons, languages }: ReportState): Refusal[] {
  return reasons.flatMap(({ kind, id, reason }) =>
    checkOptionalText(reason, languages, { subject: { kind, id }, field: 'reason' }),
  );
}

/** A translation of another original than the one it stands beside tells its readers something else (requirements C3). */
function checkStaleTranslations({ staleTranslations = [] }: ReportState): Refusal[] {
  return staleTranslations.map(({ path, language }) => ({
    code: 'translation-stale',
    ...placeOf(path),
    language,
    path,
  }));
}

/** The name of a theme is published with its finding or its reason, so it is owed like these (requirements C3, F4). */
function checkThemeNames({ themes, findings, reasons, languages }: ReportState): Refusal[] {
  const published = publishedThemes(findings, reasons);
  return themes
    .filter(({ id }) => published.has(id))
    .flatMap(({ id, name, questionId }) =>
      checkOptionalText(name, languages, { subject: { kind: 'theme', id }, field: 'name' }).map(
        (refusal) => ({
          ...refusal,
          questionId,
        }),
      ),
    );
}
