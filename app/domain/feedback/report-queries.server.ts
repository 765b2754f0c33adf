import type { QuestionResult, Results } from '~/domain/analysis';
import {
  readingProgress,
  themesOf,
  type CodebookTheme,
  type ReadingProgress,
  reconciliationOf,
  resultsOf,
} from '~/domain/analysis/index.server';
import { countWrittenReplies } from '~/domain/consultee/index.server';
import type { ConsultationDocument } from '~/domain/consultation';
import { frozenDocument, translationRecordsOf } from '~/domain/consultation/index.server';
import { questionsOf } from '~/domain/questionnaire';
import { database, type Transaction } from '~/platform/database/database.server';
import { readTogether } from '~/platform/database/read-together.server';
import { answersDue } from './answers-due.server';
import type { QuestionView } from './differs-from-most';
import { readFindings } from './finding-queries.server';
import { readReasons, readReport, type ReportRow } from './report-rows.server';
import type { ReportOption, ReportQuestion, ReportState } from './report-state';
import { publishedThemes, staleIn, textsOfReport } from './report-words';
import { objectionsTo } from './spoken-for';
import type { ReportSubject } from './subjects';

/** A report as it is being written: what it rests on, and all that it has to account for. */
export type WorkingReport = {
  report: ReportRow;
  document: ConsultationDocument;
  state: ReportState;
  results: Results;
  themes: CodebookTheme[];
  /** How far each question that somebody answered in words is read. */
  progress: ReadingProgress[];
  /** Every theme, question and option, in the order of the questionnaire and the codebooks. */
  subjects: ReportSubject[];
};

/** Everything that decides whether the report may be published, counted anew. */
export async function readWorkingReport(consultationId: string, tx?: Transaction): Promise<WorkingReport> {
  const document = await frozenDocument(consultationId, tx);
  const [report, results, themes, progress, totals, reasons, uncheckedSamples, due, replies, records] =
    await readTogether(
      tx,
      () => readReport(consultationId, tx),
      () => resultsOf(consultationId, tx),
      () => themesOf(consultationId, undefined, tx),
      () => readingProgress(consultationId, undefined, tx),
      () => reconciliationOf(consultationId, tx),
      () => readReasons(consultationId, tx),
      () => countUncheckedSamples(consultationId, tx),
      () => answersDue(consultationId, tx),
      () => countWrittenReplies(consultationId, tx),
      () => translationRecordsOf(consultationId, tx),
    );
  const findings = await readFindings(consultationId, document, results, tx);
  const questions = questionsOf(document.questionnaire).map((question): ReportQuestion => {
    const result = results.questions.find((one) => one.question.id === question.id);
    const written = progress.find(({ questionId }) => questionId === question.id);
    return {
      id: question.id,
      answers: result?.spread?.answered ?? result?.views[0]?.tally.answered ?? written?.responses ?? 0,
      ...(result && !isMeasured(result) && { closed: closedQuestion(result) }),
    };
  });
  const options = document.options.map(({ id }): ReportOption => ({
    id,
    largestObjection: objectionsTo(id, results.questions),
  }));
  const published = publishedThemes(findings, reasons);
  const words = {
    texts: report.texts,
    findings,
    reasons,
    themes: themes.filter(({ id }) => published.has(id)),
  };
  const state: ReportState = {
    languages: document.languages,
    texts: report.texts,
    findings,
    reasons,
    themes: themes.map(({ id, name, questionId, responses }) => ({ id, name, questionId, responses })),
    questions,
    options,
    staleTranslations: staleIn(
      { ...document, texts: textsOfReport(words, document.originalLanguage) },
      records,
    ),
    ...due,
    unreadTexts: progress.reduce((sum, { unread }) => sum + unread, 0),
    unreadReplies: replies.unreadInTime,
    arrivalsNotKeyed: totals.notYetKeyed.reduce((sum, { count }) => sum + count, 0),
    uncheckedSamples,
    reconciliation: totals.reconciliation,
  };
  return {
    report,
    document,
    state,
    results,
    themes,
    progress,
    subjects: subjectsOf(document, themes, questions, options),
  };
}

const isMeasured = ({ question }: QuestionResult) => question.type === 'number' || question.type === 'date';

/** Overall, by standing, and without campaigns: the views a decision is compared in (requirements F3). */
function closedQuestion({ question, views }: QuestionResult): NonNullable<ReportQuestion['closed']> {
  const compared = views.flatMap(({ view, tally }): QuestionView[] => {
    if (view.kind === 'overall' || view.kind === 'without-campaigns')
      return [{ view: view.kind, counts: tally.counts }];
    return view.kind === 'standing' ? [{ view: view.of, counts: tally.counts }] : [];
  });
  return {
    isAgreementScale: question.type === 'agreement-scale',
    isAboutOption: question.option !== undefined,
    views: compared,
  };
}

function subjectsOf(
  document: ConsultationDocument,
  themes: readonly CodebookTheme[],
  questions: readonly ReportQuestion[],
  options: readonly ReportOption[],
): ReportSubject[] {
  const asked = new Map(questionsOf(document.questionnaire).map(({ id, label }) => [id, label]));
  return [
    ...themes.map(({ id, name, responses }) => ({ kind: 'theme' as const, id, label: name, responses })),
    ...questions.map(({ id, answers }) => ({
      kind: 'question' as const,
      id,
      label: asked.get(id) ?? {},
      responses: answers,
    })),
    ...document.options.map(({ id, title }) => ({
      kind: 'option' as const,
      id,
      label: title,
      responses: options.find((option) => option.id === id)?.largestObjection ?? 0,
    })),
  ];
}

async function countUncheckedSamples(consultationId: string, tx?: Transaction): Promise<number> {
  return (tx ?? database()).sampleCheck.count({ where: { consultationId, checkedAt: null } });
}
