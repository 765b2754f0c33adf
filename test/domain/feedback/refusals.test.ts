import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconciliation } from '~/domain/analysis';
import { reportRefusals, shareBehind, type ReportState, type SubjectKind } from '~/domain/feedback';
import { aFinding, aReport, items } from './a-report';

const parking = { id: 't1', label: 'Parking', questionId: 'why', responses: 3 };
const buses = { id: 't2', label: 'Buses', questionId: 'why', responses: 1 };
const reasonFor = (kind: SubjectKind, id: string) => ({ kind, id, reason: { en: 'Outside our powers' } });

const scale = (counts: Record<string, number>, view = 'overall') => ({
  id: 'plan',
  answers: 10,
  closed: { isAgreementScale: true, isAboutOption: true, views: [{ view, counts }] },
});

const codesOf = (state: ReportState) => reportRefusals(state).map(({ code }) => code);

test('a report with everything accounted for is not refused', () => {
  const report = aReport({
    findings: [aFinding({ themeIds: ['t1'], questionId: 'plan', optionId: 'close' })],
    reasons: [reasonFor('theme', 't2')],
    themes: [parking, buses],
    questions: [scale({ agree: 5 })],
    options: [{ id: 'close', largestObjection: 2 }],
  });
  expect(reportRefusals(report)).toEqual([]);
});

test('a theme, a question and an objection that nothing accounts for are each named', () => {
  const report = aReport({
    themes: [parking],
    questions: [{ id: 'plan', label: 'The plan', answers: 1 }],
    options: [{ id: 'close', label: 'Close it', largestObjection: 1 }],
  });
  expect(reportRefusals(report)).toEqual([
    { code: 'unaccounted', subject: { kind: 'theme', id: 't1', label: 'Parking' } },
    { code: 'unaccounted', subject: { kind: 'question', id: 'plan', label: 'The plan' } },
    { code: 'unaccounted', subject: { kind: 'option', id: 'close', label: 'Close it' } },
  ]);
});

test('the name of a theme that is published is owed in every language, and only that', () => {
  const languages: ReportState['languages'] = ['en', 'cy', 'ur'];
  const inAll = { en: 'x', cy: 'x', ur: 'x' };
  const report = aReport({
    languages,
    texts: { decision: inAll, howReached: inAll, nextSteps: inAll, lessons: inAll },
    findings: [
      aFinding({ themeIds: ['t1'], said: inAll, decision: inAll, action: inAll }),
      aFinding({ id: 'f2', themeIds: ['t1', 't4'], said: inAll, decision: inAll, action: inAll }),
    ],
    reasons: [{ kind: 'theme', id: 't2', reason: inAll }],
    themes: [
      { ...parking, name: { en: 'Parking', cy: 'Parcio' } },
      { ...buses, name: { en: 'Buses', cy: ' ', ur: 'بسیں' } },
      { id: 't3', questionId: 'why', responses: 0, name: { en: 'Nobody' } },
      { id: 't4', questionId: 'why', responses: 0, name: { en: 'Named beside another' } },
    ],
  });
  const at = (id: string, language: string) => ({
    code: 'language-missing',
    subject: { kind: 'theme', id },
    field: 'name',
    language,
    questionId: 'why',
  });
  expect(reportRefusals(report)).toEqual([at('t1', 'ur'), at('t2', 'cy')]);
});

test('a theme nobody raised, a question nobody answered and an option nobody objected to need nothing', () => {
  const report = aReport({
    themes: [{ ...parking, responses: 0 }],
    questions: [{ id: 'plan', answers: 0 }],
    options: [{ id: 'close', largestObjection: 0 }],
  });
  expect(reportRefusals(report)).toEqual([]);
});

test('one finding over several themes is no theme’s own', () => {
  const report = aReport({ findings: [aFinding({ themeIds: ['t1', 't2'] })], themes: [parking, buses] });
  expect(reportRefusals(report)).toEqual([
    { code: 'shares-a-finding', subject: { kind: 'theme', id: 't1', label: 'Parking' } },
    { code: 'shares-a-finding', subject: { kind: 'theme', id: 't2', label: 'Buses' } },
  ]);
});

test('a published reason is for the one thing it names, and must say something', () => {
  const wrongKind = aReport({ themes: [parking], reasons: [reasonFor('question', 't1')] });
  const empty = aReport({ themes: [parking], reasons: [{ kind: 'theme', id: 't1', reason: { en: ' ' } }] });
  expect(codesOf(wrongKind)).toEqual(['unaccounted']);
  expect(codesOf(empty)).toEqual(['unaccounted']);
});

test('a question of free text is accounted for by a finding on one of its themes', () => {
  const report = aReport({
    findings: [aFinding({ themeIds: ['t1'] })],
    themes: [parking],
    questions: [{ id: 'why', answers: 3 }],
  });
  expect(reportRefusals(report)).toEqual([]);
});

test('work left undone is refused with its count', () => {
  const report = aReport({
    unreadTexts: 1,
    unreadReplies: 5,
    arrivalsNotKeyed: 2,
    uncheckedSamples: 3,
    reconciliation: reconciliation(items(4, { isLate: true })),
  });
  expect(reportRefusals(report)).toEqual([
    { code: 'unread-texts', count: 1 },
    { code: 'unread-replies', count: 5 },
    { code: 'arrivals-not-keyed', count: 2 },
    { code: 'unchecked-samples', count: 3 },
    { code: 'undecided-late-entries', count: 4 },
  ]);
});

test('totals that do not add up are refused', () => {
  const found = reconciliation(items(3));
  const report = aReport({ reconciliation: { ...found, total: { ...found.total, counted: 4 } } });
  expect(reportRefusals(report)).toEqual([
    { code: 'totals-do-not-add-up', field: 'counted-mismatch' },
    { code: 'totals-do-not-add-up', field: 'counted' },
  ]);
  expect(codesOf(aReport({ findings: [aFinding({ behind: { responses: 5, counted: 4 } })] }))).toEqual([
    'totals-do-not-add-up',
  ]);
});

test('a finding says what was said, what was decided, and what is done or why not', () => {
  const bare = aFinding({ said: {}, decision: {}, action: {}, actionBy: undefined, actionOn: undefined });
  const subject = { kind: 'finding', id: 'f1' };
  expect(reportRefusals(aReport({ findings: [bare] }))).toEqual([
    { code: 'text-missing', subject, field: 'said' },
    { code: 'text-missing', subject, field: 'decision' },
    { code: 'action-or-why-not-missing', subject, field: 'action' },
  ]);
  expect(
    codesOf(
      aReport({
        findings: [aFinding({ ...bare, said: { en: 'x' }, decision: { en: 'x' }, whyNot: { en: 'x' } })],
      }),
    ),
  ).toEqual([]);
});

test('an action says who and when', () => {
  expect(codesOf(aReport({ findings: [aFinding({ actionBy: ' ', actionOn: undefined })] }))).toEqual([
    'action-without-who',
    'action-without-when',
  ]);
});

test('a decision against what most said needs a rationale', () => {
  const against = aFinding({ questionId: 'plan', stance: 'not-accepted' });
  const report = aReport({ findings: [against], questions: [scale({ agree: 6, disagree: 4 })] });
  expect(reportRefusals(report)).toEqual([
    {
      code: 'rationale-missing',
      subject: { kind: 'finding', id: 'f1' },
      field: 'rationale',
      views: ['overall'],
    },
  ]);
  const explained = aFinding({ ...against, rationale: { en: 'The law forbids it' } });
  expect(reportRefusals({ ...report, findings: [explained] })).toEqual([]);
});

test('a decision that differs only once campaigns are left out needs a rationale, naming the view', () => {
  const question = scale({ agree: 10, disagree: 4 });
  question.closed.views.push({ view: 'without-campaigns', counts: { agree: 1, disagree: 4 } });
  const finding = aFinding({ questionId: 'plan', side: 'agree' });
  expect(reportRefusals(aReport({ findings: [finding], questions: [question] }))).toMatchObject([
    { code: 'rationale-missing', views: ['without-campaigns'] },
  ]);
});

test('for free text the author’s word that the decision differs calls for a rationale', () => {
  expect(reportRefusals(aReport({ findings: [aFinding({ differsFromMost: true })] }))).toMatchObject([
    { code: 'rationale-missing', views: [] },
  ]);
});

test('every text is owed in every language', () => {
  const both = { en: 'Words', cy: 'Geiriau' };
  const report = aReport({
    languages: ['en', 'cy'],
    texts: {
      introduction: { en: 'Hello' },
      decision: both,
      howReached: both,
      nextSteps: both,
      lessons: both,
    },
    findings: [aFinding({ said: both, decision: both, action: both, whyNot: { cy: 'Na' } })],
    reasons: [reasonFor('theme', 't1')],
  });
  expect(reportRefusals(report)).toEqual([
    { code: 'language-missing', subject: { kind: 'finding', id: 'f1' }, field: 'whyNot', language: 'en' },
    { code: 'language-missing', field: 'introduction', language: 'cy' },
    { code: 'language-missing', subject: { kind: 'theme', id: 't1' }, field: 'reason', language: 'cy' },
  ]);
});

test('the decision, how it was reached, next steps and lessons must be written', () => {
  expect(reportRefusals(aReport({ texts: {} }))).toEqual(
    ['decision', 'howReached', 'nextSteps', 'lessons'].map((field) => ({ code: 'text-missing', field })),
  );
});

test('the share behind a finding is of the responses counted, where there are any', () => {
  expect(shareBehind(aFinding({ behind: { responses: 1, counted: 4 } }))).toMatchObject({
    share: 0.25,
    percent: 25,
  });
  expect(shareBehind(aFinding())).toBeUndefined();
});

test('whatever is picked, exactly what has neither finding nor reason of its own is refused', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const picked = fc.record({
    themes: fc.subarray(ids),
    findings: fc.array(fc.subarray(ids), { maxLength: 4 }),
    reasons: fc.subarray(ids),
  });
  fc.assert(
    fc.property(picked, ({ themes, findings, reasons }) => {
      const report = aReport({
        themes: themes.map((id) => ({ id, questionId: 'why', responses: 1 })),
        findings: findings.map((themeIds, index) => aFinding({ id: `f${index}`, themeIds })),
        reasons: reasons.map((id) => reasonFor('theme', id)),
      });
      const left = themes.filter(
        (id) => !reasons.includes(id) && !findings.some((named) => named.length === 1 && named[0] === id),
      );
      expect(reportRefusals(report).map(({ subject }) => subject?.id)).toEqual(left);
    }),
  );
});
