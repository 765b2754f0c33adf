import { translatorOf } from '~/domain/translation/translator';
import { acceptSuggestions } from '~/domain/analysis/accept-suggestions.server';
import { changeTheme, createTheme } from '~/domain/analysis/change-codebook.server';
import { makeThemes } from '~/domain/analysis/make-themes.server';
import { nextUnread, readOneText } from '~/domain/analysis/reading-queries.server';
import { readText } from '~/domain/analysis/read-text.server';
import { addFinding } from '~/domain/feedback/change-findings.server';
import { fingerprintOf } from '~/domain/feedback/change-report.server';
import { chooseQuotation } from '~/domain/feedback/choose-quotation.server';
import { decideReport } from '~/domain/feedback/decide-report.server';
import { giveReasons } from '~/domain/feedback/give-reasons.server';
import { requestReport } from '~/domain/feedback/request-report.server';
import { saveReportTexts } from '~/domain/feedback/save-report-texts.server';
import { AGREEMENT_POINTS } from '~/domain/questionnaire';
import { LANGUAGES } from '~/domain/translation';
import { database } from '~/platform/database/database.server';
import type { SamplePeople } from './people.server';
import { FINDINGS, REASONS, REPORT_WORDS, THEMES, themesIn, type ThemeKey } from './report-words';
import type { SampleClock } from './sample-clock.server';

const TEXTS = 'missing';
const OTHER_WEEKS = 'weeks--other';

/** Reads every text of chapter 1, writes its report, and has it published. */
export async function reportChapter(
  people: SamplePeople,
  clock: SampleClock,
  consultationId: string,
): Promise<void> {
  const { analyst, author, approver } = people;
  await clock.goTo(-228);
  const themeIds = new Map<ThemeKey, string>();
  for (const [theme, name] of Object.entries(THEMES) as Array<[ThemeKey, (typeof THEMES)[ThemeKey]]>) {
    const input = { questionId: TEXTS, name, description: '', suggestedBy: '' };
    themeIds.set(theme, (await createTheme(analyst, consultationId, input)).themeId);
  }
  const idOf = (theme: ThemeKey) => themeIds.get(theme) ?? '';

  await clock.goTo(-226);
  for (let textKey = await next(); textKey; textKey = await next()) {
    const { text } = await readOneText(consultationId, TEXTS, textKey);
    const themes = themesIn(text).map(idOf);
    await readText(analyst, consultationId, {
      questionId: TEXTS,
      textKey,
      themeIds: themes,
      isChange: false,
    });
  }
  function next() {
    return nextUnread(consultationId, TEXTS, { readerId: analyst.userId });
  }
  await makeThemes(analyst, consultationId, { questionId: OTHER_WEEKS, atLeast: 1 });
  await acceptSuggestions(analyst, consultationId, { questionId: OTHER_WEEKS });
  const { id: sixWeeks } = await database().theme.findFirstOrThrow({
    where: { consultationId, questionId: OTHER_WEEKS },
  });
  await changeTheme(analyst, consultationId, {
    questionId: OTHER_WEEKS,
    themeId: sixWeeks,
    name: { en: 'Six weeks', cy: 'Chwe wythnos', ur: 'چھ ہفتے' },
    description: '',
    suggestedBy: '',
  });

  await clock.goTo(-200);
  const findingIds: string[] = [];
  for (const { theme, actionDay, ...finding } of FINDINGS) {
    const { findingId } = await addFinding(author, consultationId, {
      action: {},
      whyNot: {},
      rationale: {},
      differsFromMost: false,
      isActionDone: false,
      ...finding,
      themeIds: theme ? [idOf(theme)] : [],
      actionOn: actionDay === undefined ? undefined : clock.day(actionDay),
    });
    findingIds.push(findingId);
  }
  await quote(people, consultationId, findingIds[3] ?? '');
  for (const { kind, id, themes = [], reason } of REASONS) {
    const subjects = id ? [{ kind, id }] : themes.map((theme) => ({ kind, id: idOf(theme) }));
    await giveReasons(author, consultationId, { subjects, reason });
  }
  await giveReasons(author, consultationId, {
    subjects: [{ kind: 'theme', id: sixWeeks }],
    reason: {
      en: 'One person asked for it; eight weeks include it.',
      cy: 'Un person a ofynnodd amdano; mae wyth wythnos yn ei gynnwys.',
      ur: 'ایک شخص نے یہ مانگا؛ آٹھ ہفتوں میں یہ شامل ہے۔',
    },
  });
  await clock.goTo(-186);
  await saveReportTexts(author, consultationId, {
    texts: REPORT_WORDS,
    decisionMakerReadOn: clock.day(-190),
    seen: fingerprintOf([{}, null]),
  });
  const { requestId } = await requestReport(author, consultationId, answerWords());
  await clock.goTo(-184);
  await decideReport(approver, consultationId, {
    requestId,
    decision: 'approve',
    answerWords: answerWords(),
  });
}

/** Words of a respondent who agreed to publication, on paper notice. */
async function quote(people: SamplePeople, consultationId: string, findingId: string): Promise<void> {
  const said = await database().textAnswer.findFirst({
    where: {
      consultationId,
      questionId: TEXTS,
      text: { contains: 'board' },
      response: { mayPublishAnswer: true },
    },
    select: { responseId: true, text: true },
  });
  if (said) {
    const { responseId, text } = said;
    await chooseQuotation(people.author, consultationId, { findingId, responseId, questionId: TEXTS, text });
  }
}

/** The choices that the hub words itself. */
function answerWords() {
  const word = (key: string) =>
    Object.fromEntries(
      LANGUAGES.map((language) => [language, translatorOf(language).t(key, { ns: 'question' })]),
    );
  return {
    ...Object.fromEntries(AGREEMENT_POINTS.map((point) => [point, word(`agreement.${point}`)])),
    other: word('other.label'),
  };
}
