import { describe, expect, test } from 'vitest';
import {
  isOneSentence,
  newDocument,
  publishingProblems,
  publishingWarnings,
  type ConsultationDocument,
} from '~/domain/consultation';
import { aDocument, inAll } from '#/test/support/factories';

const NOW = Temporal.Instant.from('2026-06-01T12:00:00Z');

type Timetable = ConsultationDocument['timetable'];
const withTimetable = (changes: Partial<Timetable>) =>
  aDocument({ timetable: { ...aDocument().timetable, ...changes } });

const SILENCE: NonNullable<ConsultationDocument['silence']> = {
  proposition: inAll('The partners adopt the draft code'),
  periodDays: 56,
  objectionEndsForAll: false,
  contestDays: 28,
  isStatutory: false,
};
const withSilence = (changes: Partial<typeof SILENCE>) => aDocument({ silence: { ...SILENCE, ...changes } });

const found = (document: ConsultationDocument) =>
  publishingProblems(document, { now: NOW }).map(({ code, section, field, language }) =>
    [code, section, field, language].filter(Boolean).join(' '),
  );

test('a complete document can be published', () => {
  expect(found(aDocument())).toEqual([]);
});

test('a complete document with the silence procedure can be published', () => {
  expect(found(withSilence({}))).toEqual([]);
});

test('a new draft with only a title lists everything at once, in the order of the plan', () => {
  const problems = publishingProblems(newDocument({ en: 'Library' }));
  const sections = [...new Set(problems.map(({ section }) => section))];
  expect(sections).toEqual(['people', 'change', 'case', 'methods', 'timetable', 'contact', 'questionnaire']);
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'too-few-methods',
      'questionnaire-no-questions',
      'replies-missing',
      'level-missing',
    ]),
  );
});

describe('publishing is refused without', () => {
  test.each([
    ['title', 'title-missing people title'],
    ['summary', 'summary-missing people summary'],
    ['purpose', 'purpose-missing people purpose'],
    ['audience', 'audience-missing people audience'],
    ['affected', 'affected-missing people affected'],
    ['influence', 'influence-missing people influence'],
    ['openToChange', 'open-to-change-missing change openToChange'],
    ['alreadyDecided', 'already-decided-missing change alreadyDecided'],
    ['issues', 'issues-missing case issues'],
    ['evidenceFor', 'evidence-for-missing case evidenceFor'],
    ['evidenceAgainst', 'evidence-against-missing case evidenceAgainst'],
    ['restrictions', 'restrictions-missing case restrictions'],
    ['earlierConsultations', 'earlier-consultations-missing case earlierConsultations'],
    ['publicInvolvement', 'public-involvement-missing case publicInvolvement'],
    ['publicityPlan', 'publicity-plan-missing methods publicityPlan'],
    ['feedbackPlan', 'feedback-plan-missing methods feedbackPlan'],
  ] as const)('%s', (field, expected) => {
    expect(found(aDocument({ [field]: {} }))).toEqual([expected]);
    expect(found(aDocument({ [field]: { en: '  ' } }))).toEqual([expected]);
  });

  test('the level of participation', () => {
    expect(found(aDocument({ level: undefined }))).toEqual(['level-missing people level']);
  });

  test.each([
    ['opensOn', 'opens-on-missing timetable opensOn'],
    ['closesOn', 'closes-on-missing timetable closesOn'],
    ['considerFromOn', 'consider-from-on-missing timetable considerFromOn'],
    ['considerUntilOn', 'consider-until-on-missing timetable considerUntilOn'],
    ['decisionOn', 'decision-on-missing timetable decisionOn'],
    ['feedbackOn', 'feedback-on-missing timetable feedbackOn'],
    ['decisionMaker', 'decision-maker-missing timetable decisionMaker'],
    ['howDeciderTookPart', 'how-decider-took-part-missing timetable howDeciderTookPart'],
  ] as const)('%s in the timetable', (field, expected) => {
    expect(found(withTimetable({ [field]: undefined }))).toEqual([expected]);
  });

  test('a named contact', () => {
    const { contact } = aDocument();
    expect(found(aDocument({ contact: { ...contact, name: ' ' } }))).toEqual([
      'contact-name-missing contact contact.name',
    ]);
  });

  test('a way to reach the contact', () => {
    const { contact } = aDocument();
    expect(found(aDocument({ contact: { ...contact, email: '', phone: '', address: '' } }))).toEqual([
      'contact-details-missing contact contact.email',
    ]);
  });

  test('a way to answer that is not electronic', () => {
    expect(found(aDocument({ replies: { address: '', phone: '', email: 'a@example.org' } }))).toEqual([
      'replies-missing contact replies.address',
    ]);
    expect(found(aDocument({ replies: { address: '', phone: '01632 960002', email: '' } }))).toEqual([]);
  });
});

describe('methods', () => {
  const [web, paper] = aDocument().methods as [
    ConsultationDocument['methods'][0],
    ConsultationDocument['methods'][0],
  ];

  test('fewer than two are refused', () => {
    expect(found(aDocument({ methods: [paper] }))).toEqual(['too-few-methods methods methods[0].name']);
  });

  test('two that are both electronic are refused', () => {
    expect(found(aDocument({ methods: [web, { ...web, id: 'video' }] }))).toEqual([
      'only-electronic-methods methods methods[0].medium',
    ]);
  });

  test('one without a name is refused', () => {
    expect(found(aDocument({ methods: [web, { ...paper, name: {} }] }))).toEqual([
      'method-name-missing methods methods[1].name',
    ]);
  });
});

describe('options', () => {
  test('a plan may have none', () => {
    expect(found(aDocument({ options: [] }))).toEqual([]);
  });

  test('one without a title or description is refused', () => {
    expect(found(aDocument({ options: [{ id: 'a', title: {}, description: {} }] }))).toEqual([
      'option-title-missing options options[0].title',
      'option-description-missing options options[0].description',
    ]);
  });

  test('a rejected alternative says why', () => {
    const rejected = { id: 'a', title: inAll('A'), description: inAll('B'), whyRejected: {} };
    expect(found(aDocument({ options: [rejected] }))).toEqual([
      'option-why-rejected-missing options options[0].whyRejected',
    ]);
  });
});

test('a source needs a title and a date', () => {
  expect(found(aDocument({ sources: [{ title: '' }] }))).toEqual([
    'source-title-missing case sources[0].title',
    'source-date-missing case sources[0].publishedOn',
  ]);
});

describe('the timetable', () => {
  test.each([
    [
      'opening at this very moment',
      { opensOn: '2026-06-01', opensTime: '13:00' },
      'opens-in-past timetable opensOn',
    ],
    ['closing before it opens', { closesOn: '2026-06-07' }, 'closes-before-opening timetable closesOn'],
    ['83 days', { closesOn: '2026-08-30' }, 'shorter-reasons-missing timetable shorterReasons'],
    [
      'post closing before the web',
      { postClosesOn: '2026-09-05' },
      'post-closes-too-early timetable postClosesOn',
    ],
    [
      'considering on the closing day',
      { considerFromOn: '2026-09-06' },
      'consider-before-closing timetable considerFromOn',
    ],
    [
      'considering while post comes in',
      { postClosesOn: '2026-09-07' },
      'consider-before-post-closes timetable considerFromOn',
    ],
    [
      'no day to consider',
      { considerUntilOn: '2026-09-07' },
      'no-time-to-consider timetable considerUntilOn',
    ],
    [
      'deciding while considering',
      { decisionOn: '2026-10-04' },
      'decision-before-considering timetable decisionOn',
    ],
    [
      'feedback before the decision',
      { feedbackOn: '2026-10-11' },
      'feedback-before-decision timetable feedbackOn',
    ],
    [
      'no last day for post',
      { postRule: 'postmarked-by' },
      'post-last-arrival-on-missing timetable postLastArrivalOn',
    ],
    [
      'a last day for post before closing',
      { postRule: 'postmarked-by', postLastArrivalOn: '2026-09-05' },
      'post-last-arrival-too-early timetable postLastArrivalOn',
    ],
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'zone-unknown timetable zone'],
  ] as const)('is refused with %s', (_name, changes, expected) => {
    expect(found(withTimetable(changes))).toContain(expected);
  });

  test('feedback promised for the closing day is refused', () => {
    expect(found(withTimetable({ feedbackOn: '2026-09-06' }))).toContain(
      'feedback-before-closing timetable feedbackOn',
    );
  });

  test('84 local days are enough without reasons, across the change of clocks too', () => {
    expect(found(withTimetable({ closesOn: '2026-08-31' }))).toEqual([]);
    const autumn = { opensOn: '2026-09-01', closesOn: '2026-11-24', considerFromOn: '2026-11-25' };
    const after = { considerUntilOn: '2026-12-02', decisionOn: '2026-12-03', feedbackOn: '2026-12-04' };
    expect(found(withTimetable({ ...autumn, ...after }))).toEqual([]);
  });

  test('fewer days are allowed with reasons in every promised language', () => {
    const short = { closesOn: '2026-08-30' };
    expect(found(withTimetable({ ...short, shorterReasons: inAll('The lease ends') }))).toEqual([]);
    expect(found(withTimetable({ ...short, shorterReasons: { en: 'The lease ends', ur: 'x' } }))).toEqual([
      'translation-missing translation timetable.shorterReasons cy',
    ]);
  });

  test('without a clock the opening is not held against it', () => {
    expect(publishingProblems(withTimetable({ opensOn: '2025-06-01' })).map(({ code }) => code)).toEqual([]);
  });
});

describe('the silence procedure', () => {
  test.each([
    ['where the consultation is statutory', { isStatutory: true }, 'silence-statutory silence isStatutory'],
    ['without a proposition', { proposition: {} }, 'proposition-missing silence proposition'],
    [
      'with a proposition of two sentences',
      { proposition: { ...inAll('We adopt the code'), en: 'We adopt it. We review it yearly.' } },
      'proposition-not-one-sentence silence proposition',
    ],
    [
      'with a translation of two sentences',
      { proposition: { ...inAll('We adopt the code'), ur: 'ہم ضابطہ اپناتے ہیں۔ ہم اس کا جائزہ لیتے ہیں۔' } },
      'proposition-not-one-sentence translation silence.proposition ur',
    ],
    [
      'without the proposition in a promised language',
      { proposition: { en: 'We adopt the code', cy: 'Rydym yn mabwysiadu’r cod' } },
      'translation-missing translation silence.proposition ur',
    ],
    [
      'with 55 days and no reasons',
      { periodDays: 55 },
      'silence-period-reasons-missing silence shorterPeriodReasons',
    ],
    [
      'with a period longer than it is open',
      { periodDays: 91 },
      'silence-period-does-not-fit silence periodDays',
    ],
    [
      'with a period that leaves no room for reminders',
      { periodDays: 6, shorterPeriodReasons: inAll('Urgent') },
      'silence-period-too-short-for-reminders silence periodDays',
    ],
  ] as const)('is refused %s', (_name, changes, expected) => {
    expect(found(withSilence(changes as Partial<typeof SILENCE>))).toEqual([expected]);
  });

  test('a short period is allowed with published reasons', () => {
    expect(found(withSilence({ periodDays: 40, shorterPeriodReasons: inAll('The grant ends') }))).toEqual([]);
  });

  test('its own flaws show before there is a timetable', () => {
    const document = {
      ...withSilence({ isStatutory: true, periodDays: 10 }),
      timetable: withTimetable({}).timetable,
    };
    document.timetable = { ...document.timetable, opensOn: undefined };
    expect(found(document)).toEqual(
      expect.arrayContaining([
        'silence-statutory silence isStatutory',
        'silence-period-reasons-missing silence shorterPeriodReasons',
      ]),
    );
  });
});

describe('one sentence', () => {
  test.each([
    'We adopt it.',
    'Dr. Price chairs it, at St. Mary’s, no. 5',
    'ہم اسے اپناتے ہیں۔',
    '',
    'Is it so?',
  ])('is %s', (text) => expect(isOneSentence(text)).toBe(true));
  test.each(['We adopt it. We like it.', 'A\nB', 'Really? Yes', 'ہم اپناتے ہیں۔ ہم خوش ہیں'])(
    'is not %s',
    (text) => expect(isOneSentence(text)).toBe(false),
  );
});

test('every text that is written is owed in every promised language', () => {
  const { title, questionnaire } = aDocument();
  expect(found(aDocument({ title: { en: title.en ?? '', cy: title.cy ?? '' } }))).toEqual([
    'translation-missing translation title ur',
  ]);
  const sections = structuredClone(questionnaire.sections);
  sections[0]!.questions[0]!.label = { en: 'Which?' };
  expect(found(aDocument({ questionnaire: { sections } }))).toEqual([
    'translation-missing translation question.option.label cy',
    'translation-missing translation question.option.label ur',
  ]);
});

test('a translation whose original was taken out is pointed out', () => {
  const { contact } = aDocument();
  expect(found(aDocument({ contact: { ...contact, role: { cy: 'Swyddog' } } }))).toEqual([
    'original-missing contact contact.role',
  ]);
});

test('problems of the questions and of the translation records are listed last', () => {
  const sections = structuredClone(aDocument().questionnaire.sections);
  sections[0]!.questions[0]!.choices = [];
  const stale = {
    code: 'translation-stale',
    section: 'translation',
    field: 'title',
    language: 'cy',
  } as const;
  const problems = publishingProblems(aDocument({ questionnaire: { sections }, summary: {} }), {
    translationProblems: [stale, stale],
  });
  expect(problems.map(({ code }) => code)).toEqual([
    'summary-missing',
    'question-too-few-choices',
    'question-condition-broken',
    'translation-stale',
  ]);
});

describe('authors are warned, not refused', () => {
  const codes = (document: ConsultationDocument) => publishingWarnings(document).map(({ code }) => code);

  test('when a text names another day than the deadline', () => {
    const [warning] = publishingWarnings(aDocument({ summary: inAll('Answer by 5 September 2026') }));
    expect(warning).toMatchObject({
      code: 'names-another-time',
      section: 'people',
      field: 'summary',
      path: 'summary',
    });
    expect(warning?.values).toEqual({ found: '5 September 2026' });
  });

  test('but not when it names a day of the timetable, or opening hours', () => {
    const timetable = { decisionOn: '2026-11-20', feedbackOn: '2026-12-01' };
    const named =
      'Read it at the library, Monday to Friday 9am-5pm. We decide on 20 November and answer by 1 December.';
    const document = withTimetable(timetable);
    expect(codes({ ...document, summary: inAll(named) })).not.toContain('names-another-time');
    expect(codes({ ...document, summary: inAll('On 21 November') })).toContain('names-another-time');
  });

  test('wherever in the questions it is named: introductions, labels, hints and choices', () => {
    const { questionnaire } = aDocument();
    const named = 'by 5pm on 5 September 2026';
    const sections = questionnaire.sections.map((section) => ({
      ...section,
      introduction: inAll(`Send this ${named}`),
      questions: section.questions.map((question) => ({
        ...question,
        label: inAll(`Will you come ${named}?`),
        hint: inAll(`Answer ${named}`),
        ...(question.choices && {
          choices: question.choices.map((choice) => ({ ...choice, label: inAll(`Yes, ${named}`) })),
        }),
      })),
    }));
    const warnings = publishingWarnings(aDocument({ questionnaire: { sections } })).filter(
      ({ code }) => code === 'names-another-time',
    );
    const original = warnings.filter(({ section }) => section === 'questionnaire');
    const expected = sections.flatMap(({ id, questions }) => [
      `sections/${id}`,
      ...questions.flatMap((question) => [
        question.id,
        question.id,
        ...(question.choices ?? []).map(() => question.id),
      ]),
    ]);
    expect(original.map(({ field }) => field)).toEqual(expected);
    const question = sections[0]?.questions[0]?.id;
    expect(warnings.filter(({ language }) => language === 'cy').map(({ field }) => field)).toContain(
      `question.${question}.hint`,
    );
  });

  test('that reasons for a short period will be published', () => {
    expect(codes(withTimetable({ closesOn: '2026-08-24' }))).toContain('reasons-published');
  });

  test('when the deadline lies within three days of a bank holiday', () => {
    expect(codes(withTimetable({ closesOn: '2026-09-03' }))).toContain('near-bank-holiday');
    expect(codes(withTimetable({ closesOn: '2026-09-04' }))).not.toContain('near-bank-holiday');
  });

  test('when no question asks about an option on offer', () => {
    const option = { id: 'nights', title: inAll('Nights'), description: inAll('All night') };
    expect(codes(aDocument())).toEqual([]);
    expect(codes(aDocument({ options: [option] }))).toEqual(['option-not-asked']);
  });
});
