import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { keepReport } from '#/test/support/reading';
import type { PublishedReport } from '~/domain/feedback';
import { database } from '~/platform/database/database.server';

const hub = useHub();
type Finding = PublishedReport['findings'][number];

const aFinding = (overrides: Partial<Finding> = {}): Finding => ({
  id: crypto.randomUUID(),
  said: inAll('Open longer'),
  count: 40,
  base: 113,
  by: [],
  inCampaigns: 0,
  stance: 'accepted',
  decision: inAll('It opens longer'),
  action: {},
  isActionDone: false,
  whyNot: {},
  rationale: {},
  quotations: [],
  ...overrides,
});

async function reported(overrides: Partial<PublishedReport> = {}) {
  const body = await aBody({ name: 'Market Council' });
  const author = await aPerson({ body });
  const made = await aConsultation({ body, author, state: 'closed' });
  await keepReport(made.id, '2026-05-30T09:00:00Z', overrides);
  return made;
}
const read = (slug: string, prefix = '') => hub.visitor().get(`${prefix}/consultations/${slug}/report`);

test('there is no report until it is published', async () => {
  const body = await aBody();
  const author = await aPerson({ body });
  const { id, slug } = await aConsultation({ body, author, state: 'closed' });
  expect((await read(slug)).status).toBe(404);
  await database().report.create({
    data: { consultationId: id, texts: { decision: inAll('Secret so far') } },
  });
  expect((await read(slug)).status).toBe(404);
});

test('it says what was said by how many of how many, what was decided, and who does what by when', async () => {
  const { slug } = await reported({
    findings: [
      aFinding({
        subject: { kind: 'theme', label: inAll('Hours') },
        action: inAll('New opening hours'),
        actionBy: 'Library service',
        actionOn: '2027-01-04',
      }),
    ],
    decisionMakerReadOn: '2026-05-20',
  });
  const text = (await read(slug)).text();
  expect(text).toContain('What 113 responses said');
  expect(text).toContain('Published on 30 May 2026 by Market Council');
  expect(text).toContain('Theme: Hours');
  expect(text).toContain('40 of 113 responses (35%)');
  expect(text).toContain('What we will do');
  expect(text).toContain('Library service, by 4 January 2027');
  expect(text).toContain('had read this report by 20 May 2026');
  for (const part of [
    'The library opens longer.',
    'The cabinet met twice.',
    'New hours from January.',
    'Send paper forms earlier.',
  ]) {
    expect(text).toContain(part);
  }
});

test('it says whose responses are behind a finding, why something was left out, and which organisations answered', async () => {
  const { slug } = await reported({
    findings: [
      aFinding({
        by: [
          { standing: 'individual', count: 38 },
          { standing: 'organisation', count: 2 },
        ],
        inCampaigns: 20,
      }),
    ],
    leftOut: [
      { kind: 'duplicate', reason: { en: 'Sent twice from the same kiosk' }, count: 3 },
      { kind: 'set-aside', count: 1 },
    ],
    organisations: {
      named: [{ name: 'Carers Together', basis: 'asked', askedCount: 1200, askedHow: 'At four meetings' }],
      unnamed: 2,
    },
  });
  const text = (await read(slug)).text();
  expect(text).toContain('38 from people answering for themselves · 2 from organisations');
  expect(text).toContain('20 of them are part of a campaign');
  expect(text).toContain('Duplicate: Sent twice from the same kiosk3');
  expect(text).toContain('Set aside when it was opened');
  expect(text).toContain('Carers Together asked 1,200 people.How: At four meetings');
  expect(text).toContain('2 organisations are not named here');
  const welsh = await read(slug, '/cy');
  expect(welsh.text()).toContain('gan sefydliadau: 2');
  expect(welsh.document.querySelector('th [lang=en]')?.textContent).toBe('Sent twice from the same kiosk');
});

test('a closed question is shown overall, and by who answered and without campaigns behind lines to open', async () => {
  const { slug } = await reported({
    results: [
      {
        questionId: 'option',
        label: inAll('Which option?'),
        base: 9,
        canChooseSeveral: false,
        rows: [{ label: inAll('Mornings'), count: 3, percent: 33 }],
        views: [
          { view: 'individual', base: 6, rows: [{ count: 1, percent: 17 }] },
          { view: 'organisation', base: 3, rows: [{ count: 2, percent: 67 }] },
          { view: 'without-campaigns', base: 4, rows: [{ count: 3, percent: 75 }] },
        ],
      },
    ],
  });
  const { document } = await read(slug);
  const [standing, campaigns, ...rest] = document.querySelectorAll('[aria-labelledby=results] details');
  expect(rest).toEqual([]);
  const rows = (details?: Element) =>
    [...(details?.querySelectorAll('tr') ?? [])].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
    );
  expect(rows(standing)).toEqual([
    ['Answer', 'People for themselves', 'Organisations'],
    ['Mornings', '1 (17%)', '2 (67%)'],
    ['Answered this question', '6', '3'],
  ]);
  expect(rows(campaigns)).toEqual([
    ['Answer', 'All that are counted', 'Without campaigns'],
    ['Mornings', '3 (33%)', '3 (75%)'],
    ['Answered this question', '9', '4'],
  ]);
});

test('a spread is worded as numbers or days, and one of few is left out with the reason', async () => {
  const measured = (questionId: string, isDay: boolean, figures?: [string, string, string]) => ({
    questionId,
    label: inAll(questionId),
    base: figures ? 12 : 9,
    canChooseSeveral: false,
    rows: [],
    views: [],
    measured: {
      isDay,
      ...(figures && { figures: { smallest: figures[0], median: figures[1], largest: figures[2] } }),
    },
  });
  const { slug } = await reported({
    results: [
      measured('visits', false, ['1', '4', '1200']),
      measured('since', true, ['2019-03-01', '2020-01-02', '2026-05-04']),
      measured('age', false),
    ],
  });
  const text = (await read(slug)).text();
  expect(text).toContain(
    '12 responses answered this question.Smallest: 1. In the middle: 4. Largest: 1,200.',
  );
  expect(text).toContain('Earliest: 1 March 2019. In the middle: 2 January 2020. Latest: 4 May 2026.');
  expect(text).toContain('9 responses answered this question.Fewer than 10 responses answered it');
  expect((await read(slug, '/cy')).text()).toContain('Cynharaf: 1 Mawrth 2019');
});

test('what has no finding stands with how many are behind it, largest first, questions apart from themes', async () => {
  const { slug } = await reported({
    reasons: [
      {
        kind: 'question',
        label: inAll('Which day?'),
        responses: 90,
        reason: inAll('Answered with the option'),
      },
      { kind: 'theme', label: inAll('Parking'), responses: 41, reason: inAll('Not ours to decide') },
      { kind: 'theme', label: inAll('Toilets'), responses: 3, reason: inAll('Not ours to decide') },
    ],
    written: [
      { questionId: 'why', label: inAll('Why?'), isOther: false, base: 60, withoutTheme: 7 },
      { questionId: 'day--other', label: inAll('Which day?'), isOther: true, base: 5, withoutTheme: 0 },
    ],
  });
  const { document } = await read(slug);
  const lines = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(lines('[aria-labelledby=reasons] :is(h3, li)')).toEqual([
    '2 themes',
    'Parking – 41 responses',
    'Toilets – 3 responses',
    '1 question',
    'Which day? – 90 responses answered it',
  ]);
  expect(lines('[aria-labelledby=written] tbody tr')).toEqual([
    'Why?607',
    'Which day? (something else, in their own words)50',
  ]);
  expect((await read(slug, '/cy')).text()).toContain('Parking (cy) – nifer yr ymatebion: 41');
  expect((await read(slug, '/ur')).text()).toContain('Parking (ur) – 41 جوابات');
});

test('where nothing is done it says why not, and why the decision differs from what most said', async () => {
  const { slug } = await reported({
    findings: [
      aFinding({
        stance: 'not-accepted',
        whyNot: inAll('No money'),
        rationale: inAll('Most asked for two sites'),
      }),
    ],
  });
  const text = (await read(slug)).text();
  expect(text).toContain('Not accepted');
  expect(text).toContain('Why notNo money');
  expect(text).toContain('Why the decision differs from what most people saidMost asked for two sites');
  expect(text).not.toContain('What we will do');
});

test('a promise kept since publication is ticked off', async () => {
  const finding = aFinding({ action: inAll('New opening hours') });
  const { id, slug } = await reported({ findings: [finding] });
  await database().finding.create({
    data: {
      id: finding.id,
      consultationId: id,
      said: finding.said,
      stance: 'accepted',
      decision: {},
      action: finding.action,
    },
  });
  expect((await read(slug)).text()).toContain('Promised');
  await database().finding.update({ where: { id: finding.id }, data: { isActionDone: true } });
  const text = (await read(slug)).text();
  expect(text).toContain('What we did');
  expect(text).not.toContain('Promised');
});

test('quotations are marked with their language and standing, and with a name only where it was allowed', async () => {
  const { slug } = await reported({
    findings: [
      aFinding({
        quotations: [
          { text: 'We meet monthly.', standing: 'organisation', by: 'Carers Together', isRedacted: false },
          { text: 'Mae angen amser.', standing: 'individual', language: 'cy', isRedacted: true },
        ],
      }),
    ],
  });
  const page = await read(slug);
  const quotations = [...page.document.querySelectorAll('figure')];
  expect(quotations[0]?.textContent).toContain('Carers Together, an organisation');
  expect(quotations[1]?.querySelector('p')?.getAttribute('lang')).toBe('cy');
  expect(quotations[1]?.textContent).toContain(
    'someone answering for themselves (shortened for publication)',
  );
});

test('a chart stands in the table of its figures, with its base and what rounding does', async () => {
  const row = (label: string, count: number, percent: number | '<1') => ({
    label: inAll(label),
    count,
    percent,
  });
  const { slug } = await reported({
    results: [
      {
        questionId: 'hours',
        label: inAll('Which hours?'),
        base: 901,
        canChooseSeveral: false,
        rows: [row('Mornings', 598, 66), row('Evenings', 301, 33), row('Neither', 2, '<1')],
        views: [],
      },
    ],
  });
  const page = await read(slug);
  const rows = [...page.document.querySelectorAll('section[aria-labelledby=results] tbody tr')];
  expect(rows.map((each) => [...each.children].map((cell) => cell.textContent))).toEqual([
    ['Mornings', '598', '66%'],
    ['Evenings', '301', '33%'],
    ['Neither', '2', '<1%'],
  ]);
  expect(rows[0]?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(page.text()).toContain('901 responses answered this question.');
  expect(page.text()).toContain('Percentages are rounded');
});

test('the totals can be added up from the page, and each line is explained', async () => {
  const { slug } = await reported();
  const page = await read(slug);
  const rows = [...page.document.querySelectorAll('section[aria-labelledby=totals] tbody tr')];
  const total = Object.fromEntries(
    rows.map((each) => [
      (each.firstElementChild?.textContent ?? '').replace(/^[+−=] /, ''),
      Number(each.lastElementChild?.textContent),
    ]),
  );
  expect(total.Arrived).toBe((total['In time'] ?? 0) + (total.Late ?? 0));
  expect(total.Counted).toBe(
    (total['In time'] ?? 0) +
      (total['Late and considered'] ?? 0) -
      (total.Duplicates ?? 0) -
      (total['Left out'] ?? 0) -
      (total.Withdrawn ?? 0),
  );
  expect(page.document.querySelectorAll('section[aria-labelledby=totals] dt')).toHaveLength(rows.length);
});

test('what became of consultees stands apart and sums to the register', async () => {
  const { slug } = await reported({
    consulteeOutcomes: {
      register: 5,
      outcomes: [
        { outcome: 'support', count: 2 },
        { outcome: 'did-not-object', count: 3 },
      ],
    },
  });
  const page = await read(slug);
  expect(page.text()).toContain('Did not object (silence procedure)');
  expect(page.text()).not.toMatch(/consent/i);
  const numbers = [...page.document.querySelectorAll('section[aria-labelledby=consultees] td')].map((cell) =>
    Number(cell.textContent),
  );
  expect(numbers).toEqual([2, 3, 5]);
  expect(page.text()).toContain('What 113 responses said');
});

test('how well letters were keyed is public', async () => {
  const { slug } = await reported({
    keying: { keyed: 40, checked: 10, withErrors: 1, answersChecked: 80, answersWrong: 2, acceptedClaims: 3 },
  });
  const page = await read(slug);
  expect(page.text()).toContain('Staff keyed 40 responses');
  expect(page.text()).toContain('Something was put right in 1: 2 of 80 answers (2.5%).');
  expect(page.text()).toContain('3 were registered after closing and accepted as in time');
  expect((await read((await reported()).slug)).text()).not.toContain('Staff keyed');
});

test('the report is there in each language', async () => {
  const { slug } = await reported({ findings: [aFinding()] });
  const welsh = await read(slug, '/cy');
  expect(welsh.text()).toContain('Dywedoch chi, gwnaethom ni');
  expect(welsh.text()).toContain('Open longer (cy)');
  const urdu = await read(slug, '/ur');
  expect(urdu.text()).toContain('آپ نے کہا، ہم نے کیا');
  expect(urdu.document.documentElement.dir).toBe('rtl');
});
