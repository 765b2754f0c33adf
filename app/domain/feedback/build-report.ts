import {
  percentageOf,
  textQuestionsOf,
  type ExclusionKind,
  type QuestionResult,
  type Tally,
  type ViewedTally,
} from '~/domain/analysis';
import type { ConsultationDocument } from '~/domain/consultation';
import { choiceIdsOf } from '~/domain/questionnaire';
import type { OutcomeSummary } from '~/domain/silence';
import { isLanguage, type Localized } from '~/domain/translation';
import { shareBehind, type Finding } from './finding';
import {
  publishedReportSchema,
  SPREAD_FROM,
  type PublishedFinding,
  type PublishedReport,
  type PublishedResult,
} from './published-report';
import type { ReportState, ReportText } from './report-state';
import { subjectOf, type ReportSubject } from './subjects';

/** The words for answers that the hub itself offers, in every language: the points of the scale, and "other". */
export type AnswerWords = Record<string, Localized>;

/** Words to be quoted, as chosen. */
export type QuotedWords = {
  findingId: string;
  text: string;
  standing: string;
  language: string;
  by: string | null;
  isRedacted: boolean;
};

export type ReportParts = {
  document: ConsultationDocument;
  state: ReportState;
  results: readonly QuestionResult[];
  subjects: readonly ReportSubject[];
  progress: ReadonlyArray<{ questionId: string; responses: number; withoutTheme: number }>;
  quotations: readonly QuotedWords[];
  leftOut: readonly { kind: ExclusionKind; reason: string; count: number }[];
  organisations: PublishedReport['organisations'];
  keying: PublishedReport['keying'];
  outcomes: OutcomeSummary | undefined;
  answerWords: AnswerWords;
  decisionMakerReadOn: string | undefined;
  /** ISO 8601 */
  publishedAt: string;
};

/** The report as it will be published and frozen, in every language of the consultation at once. */
export function buildReport(parts: ReportParts): PublishedReport {
  const { document, state, results, outcomes } = parts;
  const text = (which: ReportText): Localized => state.texts[which] ?? {};
  return publishedReportSchema.parse({
    languages: document.languages,
    introduction: text('introduction'),
    decision: text('decision'),
    howReached: text('howReached'),
    nextSteps: text('nextSteps'),
    lessons: text('lessons'),
    publishedAt: parts.publishedAt,
    decisionMakerReadOn: parts.decisionMakerReadOn,
    totals: state.reconciliation,
    leftOut: publishLeftOut(parts),
    organisations: parts.organisations,
    findings: state.findings.map((finding) => publishFinding(finding, parts)),
    reasons: publishReasons(parts),
    written: publishWritten(parts),
    results: results.flatMap((result) => publishResult(result, parts.answerWords)),
    keying: parts.keying,
    consulteeOutcomes: outcomes?.register
      ? {
          register: outcomes.register,
          outcomes: Object.entries(outcomes.counts).map(([outcome, count]) => ({ outcome, count })),
        }
      : undefined,
  });
}

function publishFinding(
  finding: Finding & { isActionDone?: boolean },
  { subjects, quotations }: ReportParts,
): PublishedFinding {
  const subject = subjectOf(finding, subjects);
  const share = shareBehind(finding)?.share;
  return {
    id: finding.id,
    said: finding.said,
    ...(finding.behind && { count: finding.behind.responses, base: finding.behind.counted }),
    ...(share !== undefined && { share }),
    by: finding.behind?.by ?? [],
    inCampaigns: finding.behind?.inCampaigns ?? 0,
    ...(subject && { subject: { kind: subject.kind, label: subject.label } }),
    stance: finding.stance,
    decision: finding.decision,
    action: finding.action,
    ...(finding.actionBy && { actionBy: finding.actionBy }),
    ...(finding.actionOn && { actionOn: finding.actionOn }),
    isActionDone: finding.isActionDone ?? false,
    whyNot: finding.whyNot,
    rationale: finding.rationale,
    quotations: quotations
      .filter(({ findingId }) => findingId === finding.id)
      .map(({ text, standing, language, by, isRedacted }) => ({
        text,
        standing,
        ...(isLanguage(language) && { language }),
        ...(by && { by }),
        isRedacted,
      })),
  };
}

/** Every reason, in the language its author writes in; what else counts as left out was set aside in the arrival register. */
function publishLeftOut({ document, state, leftOut }: ReportParts): PublishedReport['leftOut'] {
  const excluded = leftOut.reduce((sum, { kind, count }) => (kind === 'excluded' ? sum + count : sum), 0);
  const setAside = state.reconciliation.total.excluded - excluded;
  return [
    ...leftOut.map(({ kind, reason, count }) => ({
      kind,
      reason: { [document.originalLanguage]: reason },
      count,
    })),
    ...(setAside > 0 ? [{ kind: 'set-aside' as const, count: setAside }] : []),
  ];
}

/** Largest first, so that a small thing cannot hide a large one. */
function publishReasons({ state, subjects }: ReportParts): PublishedReport['reasons'] {
  return state.reasons
    .flatMap(({ kind, id, reason }) => {
      const subject = subjects.find((one) => one.kind === kind && one.id === id);
      return subject ? [{ kind, label: subject.label, responses: subject.responses, reason }] : [];
    })
    .toSorted((a, b) => b.responses - a.responses);
}

function publishWritten({ document, progress }: ReportParts): PublishedReport['written'] {
  return textQuestionsOf(document.questionnaire).map(({ id, question, isOther }) => {
    const read = progress.find(({ questionId }) => questionId === id);
    return {
      questionId: id,
      label: question.label,
      isOther,
      base: read?.responses ?? 0,
      withoutTheme: read?.withoutTheme ?? 0,
    };
  });
}

/** One closed question, overall and in the views that are published. Of a list of places only those that somebody named. */
function publishResult(result: QuestionResult, answerWords: AnswerWords): PublishedResult[] {
  const { question, views } = result;
  if (question.type === 'number' || question.type === 'date') return [publishMeasured(result)];
  const tally = views[0]?.tally;
  const ids = choiceIdsOf(question);
  if (!tally || ids.length === 0) return [];
  const compared = views.slice(1).flatMap((viewed) => {
    const view = publishedView(viewed);
    return view === undefined ? [] : [{ view, tally: viewed.tally }];
  });
  const labels = new Map(question.choices?.map(({ id, label }) => [id, label]));
  const isNamed = (id: string) => [{ tally }, ...compared].some((one) => (one.tally.counts[id] ?? 0) > 0);
  const shown = question.type === 'place' ? ids.filter(isNamed) : ids;
  return [
    {
      questionId: question.id,
      label: question.label,
      base: tally.answered,
      canChooseSeveral: question.type === 'multiple-choice',
      rows: shown.map((id) => ({ label: labels.get(id) ?? answerWords[id] ?? {}, ...figureOf(tally, id) })),
      views: compared.map(({ view, tally: counted }) => ({
        view,
        base: counted.answered,
        rows: shown.map((id) => figureOf(counted, id)),
      })),
    },
  ];
}

/** One question answered in numbers or days. */
function publishMeasured({ question, spread }: QuestionResult): PublishedResult {
  const { answered = 0, smallest = '', median = '', largest = '' } = spread ?? {};
  return {
    questionId: question.id,
    label: question.label,
    base: answered,
    canChooseSeveral: false,
    rows: [],
    measured: {
      isDay: question.type === 'date',
      ...(answered >= SPREAD_FROM && { figures: { smallest, median, largest } }),
    },
    views: [],
  };
}

/** The name of a view that is published; by way of answering is not. */
function publishedView({ view }: ViewedTally): string | undefined {
  if (view.kind === 'standing') return view.of;
  return view.kind === 'without-campaigns' || view.kind === 'with-left-out' ? view.kind : undefined;
}

function figureOf({ counts, answered }: Tally, id: string) {
  const { count, percent } = percentageOf(counts[id] ?? 0, answered);
  return { count, ...(percent !== undefined && { percent }) };
}
