import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Body } from '~/platform/database/generated/client';
import { consultationDocumentSchema, newDocument, PLAN_SECTIONS } from '~/domain/consultation';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();

let staff: { body: Body; author: Person; browser: Visitor };
beforeAll(async () => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  staff = { body, author, browser: await hub.signIn(author) };
});

async function aDraft(document = aDocument()) {
  const { id } = await aConsultation({ ...staff, state: 'draft', document });
  return { ...staff, id, at: `/officer/consultations/${id}` };
}

async function saved(id: string) {
  const row = await database().consultation.findUniqueOrThrow({ where: { id } });
  return { ...row, document: consultationDocumentSchema.parse(row.draft) };
}

/** What the form of a page would send as it stands. */
async function fieldsOf(browser: Visitor, path: string): Promise<Record<string, string[]>> {
  const page = await browser.get(path);
  const form = [...page.document.querySelectorAll('main form')].find(
    (one) => one.getAttribute('method') === 'post',
  );
  const fields: Record<string, string[]> = {};
  for (const control of form?.querySelectorAll('input, textarea, select') ?? []) {
    const name = control.getAttribute('name');
    const type = control.getAttribute('type');
    if (!name || ((type === 'radio' || type === 'checkbox') && !control.hasAttribute('checked'))) continue;
    const value =
      control.tagName === 'TEXTAREA'
        ? (control.textContent ?? '')
        : control.tagName === 'SELECT'
          ? (control.querySelector('option[selected]')?.getAttribute('value') ?? '')
          : (control.getAttribute('value') ?? '');
    (fields[name] ??= []).push(value);
  }
  return fields;
}

describe('starting a consultation', () => {
  test('asks for a title and makes a draft with an address, two methods and the author as contact', async () => {
    const body = await aBody();
    const author = await aPerson({ body, roles: ['author'], name: 'Jo Price' });
    const browser = await hub.signIn(author);
    expect((await browser.get('/officer/consultations/new')).status).toBe(200);
    const sent = await browser.post('/officer/consultations/new', {
      title: 'Pont yr Ŵydd: a new bridge?',
      originalLanguage: 'en',
      languages: ['cy', 'ur'],
    });
    expect(sent.status).toBe(303);
    const overview = await sent.follow();
    expect(overview.status).toBe(200);
    const { slug, document, listing, authorId } = await saved(sent.location!.split('/').at(-1)!);
    expect(slug).toBe('pont-yr-wydd-a-new-bridge');
    expect(document).toMatchObject({
      title: { en: 'Pont yr Ŵydd: a new bridge?' },
      languages: ['en', 'cy', 'ur'],
      contact: { name: 'Jo Price', email: author.email },
    });
    expect(document.methods.map(({ isElectronic }) => isElectronic)).toEqual([true, false]);
    expect(Object.keys(document.methods[0]!.name).toSorted()).toEqual(['cy', 'en', 'ur']);
    expect(listing).toMatchObject({ title: { en: 'Pont yr Ŵydd: a new bridge?' } });
    expect(authorId).toBe(author.userId);
  });

  test('gives a second consultation of the same title an address of its own', async () => {
    const { browser } = staff;
    const titled = { title: 'Bins', originalLanguage: 'en' };
    const sent = await Promise.all([1, 2, 3].map(() => browser.post('/officer/consultations/new', titled)));
    const slugs = await Promise.all(
      sent.map(async (page) => (await saved(page.location!.split('/').at(-1)!)).slug),
    );
    expect(slugs.toSorted()).toEqual(['bins', 'bins-2', 'bins-3']);
  });

  test('is refused without a title, with what was typed kept', async () => {
    const page = await staff.browser.post('/officer/consultations/new', {
      title: '   ',
      originalLanguage: 'ur',
    });
    expect(page.status).toBe(400);
    expect(page.document.title).toMatch(/^Error:/);
    expect(page.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#field-title');
    expect(
      page.document.querySelector('input[value=ur][name=originalLanguage]')?.hasAttribute('checked'),
    ).toBe(true);
  });

  test('is for authors, and for their own bodies', async () => {
    const other = await aBody();
    const clerk = await hub.signIn(await aPerson({ body: other, roles: ['clerk'] }));
    expect((await clerk.get('/officer/consultations/new')).text()).toContain('not an author');
    expect((await clerk.post('/officer/consultations/new', { title: 'Bins' })).status).toBe(403);
    const sent = await staff.browser.post('/officer/consultations/new', { title: 'Bins', bodyId: other.id });
    expect(sent.status).toBe(403);
  });

  test('leads to the sign-in page for somebody who is not signed in', async () => {
    expect((await hub.visitor().get('/officer/consultations/new')).location).toContain('/sign-in');
  });
});

describe('the plan', () => {
  test.each(PLAN_SECTIONS)('section %s, opened and sent back as it is, changes nothing', async (section) => {
    const { browser, at, id } = await aDraft();
    const before = await saved(id);
    const sent = await browser.post(
      `${at}/plan/${section}`,
      await fieldsOf(browser, `${at}/plan/${section}`),
    );
    expect(sent.status).toBe(303);
    const after = await saved(id);
    expect(after.document).toEqual(before.document);
    expect(after.draftVersion).toBe(before.draftVersion);
  });

  test('goes from section to section and then on to the questions', async () => {
    const { browser, at } = await aDraft();
    const led: string[] = [];
    for (const section of PLAN_SECTIONS) {
      const sent = await browser.post(
        `${at}/plan/${section}`,
        await fieldsOf(browser, `${at}/plan/${section}`),
      );
      led.push(sent.location!.replace(at, '').replace('#main', ''));
    }
    expect(led).toEqual([...PLAN_SECTIONS.slice(1).map((section) => `/plan/${section}`), '/questions']);
  });

  test('can be left and taken up again', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/change`);
    const sent = await browser.post(`${at}/plan/change`, {
      ...fields,
      openToChange: 'Everything',
      intent: 'leave',
    });
    expect(sent.location).toBe(at);
    expect((await saved(id)).document.openToChange.en).toBe('Everything');
  });

  test('keeps translations of a text that is rewritten', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/people`);
    await browser.post(`${at}/plan/people`, { ...fields, purpose: 'Another purpose', summary: '' });
    const { document, draftVersion, listing } = await saved(id);
    expect(document.purpose).toEqual({ ...aDocument().purpose, en: 'Another purpose' });
    expect(document.summary.en).toBeUndefined();
    expect(draftVersion).toBe(2);
    expect(listing).toMatchObject({ summary: { cy: document.summary.cy } });
  });

  test('takes topics and places from a pasted list without its bullets', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/people`);
    const pasted = { topics: '•\tBuses\r\n•\tRoads, trains', places: '1.\tAston\r\n2.\tErdington' };
    await browser.post(`${at}/plan/people`, { ...fields, ...pasted });
    expect((await saved(id)).document).toMatchObject({
      topics: ['Buses', 'Roads', 'trains'],
      places: ['Aston', 'Erdington'],
    });
  });

  test('strips what no keyboard writes', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/change`);
    const openToChange = 'Bell \u0007and\u0000 NUL\r\nnext line ';
    await browser.post(`${at}/plan/change`, { ...fields, openToChange });
    expect((await saved(id)).document.openToChange.en).toBe('Bell and NUL\nnext line');
  });

  test('adds an option and keeps everything typed in the others', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/options`);
    const sent = await browser.post(`${at}/plan/options`, {
      ...fields,
      'options[0].title': 'Renamed',
      intent: 'add',
    });
    expect(sent.location).toBe(`${at}/plan/options#field-options-3--title`);
    const page = await browser.get(`${at}/plan/options`);
    expect(page.document.querySelectorAll('.plan-item')).toHaveLength(4);
    const { document } = await saved(id);
    expect(document.options.map((option) => option.id)).toEqual([
      'mornings',
      'evenings',
      'close',
      'option-1',
    ]);
    expect(document.options[0]!.title).toEqual({ ...aDocument().options[0]!.title, en: 'Renamed' });
  });

  test('drops an item that was left empty when the section is saved', async () => {
    const { browser, at, id } = await aDraft();
    await browser.post(`${at}/plan/options`, {
      ...(await fieldsOf(browser, `${at}/plan/options`)),
      intent: 'add',
    });
    await browser.post(`${at}/plan/options`, await fieldsOf(browser, `${at}/plan/options`));
    expect((await saved(id)).document.options).toHaveLength(3);
  });

  test('takes an option out, and questions about it are about no option any more', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/options`);
    await browser.post(`${at}/plan/options`, { ...fields, intent: 'remove-0' });
    const { document } = await saved(id);
    expect(document.options.map((option) => option.id)).toEqual(['evenings', 'close']);
    expect(JSON.stringify(document.questionnaire)).not.toContain('"option":"mornings"');
  });

  test('choices that are options are renamed, taken out and joined with them', async () => {
    const { browser, at, id } = await aDraft();
    const path = `${at}/plan/options`;
    const choices = async () =>
      (await saved(id)).document.questionnaire.sections[0]?.questions[0]?.choices?.map(
        (choice) => `${choice.id}: ${choice.label.en}, ${choice.label.cy}`,
      );
    await browser.post(path, { ...(await fieldsOf(browser, path)), 'options[0].title': 'Before noon' });
    expect(await choices()).toEqual([
      'mornings: Before noon, Mornings (cy)',
      'evenings: Evenings, Evenings (cy)',
    ]);

    await browser.post(path, { ...(await fieldsOf(browser, path)), intent: 'add' });
    await browser.post(path, { ...(await fieldsOf(browser, path)), 'options[3].title': 'At night' });
    expect((await choices())?.at(-1)).toBe('option-1: At night, undefined');

    await browser.post(path, { ...(await fieldsOf(browser, path)), 'options[1].standing': 'rejected' });
    await browser.post(path, { ...(await fieldsOf(browser, path)), intent: 'remove-0' });
    expect(await choices()).toEqual(['option-1: At night, undefined']);
  });

  test('holds sources with their dates, and refuses a day that does not exist', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/case`);
    const dated = {
      'sources[0].title': 'Counts',
      'sources[0].publishedOn-day': '31',
      'sources[0].publishedOn-month': '2',
      'sources[0].publishedOn-year': '2026',
    };
    const refused = await browser.post(`${at}/plan/case`, { ...fields, ...dated });
    expect(refused.status).toBe(400);
    expect(refused.document.querySelector('.error-summary a')?.getAttribute('href')).toBe(
      '#field-sources-0--publishedOn',
    );
    expect(refused.document.querySelector('#field-sources-0--publishedOn')?.getAttribute('value')).toBe('31');
    await browser.post(`${at}/plan/case`, { ...fields, ...dated, 'sources[0].publishedOn-day': '28' });
    expect((await saved(id)).document.sources).toEqual([{ title: 'Counts', publishedOn: '2026-02-28' }]);
  });

  test('shows what the public will read of the saved dates, and how many weeks they are', async () => {
    const { browser, at } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/timetable`);
    const days = { 'closesOn-day': '31', 'closesOn-month': '8', closesTime: '17.00', intent: 'stay' };
    const page = await (await browser.post(`${at}/plan/timetable`, { ...fields, ...days })).follow();
    expect(page.text()).toContain('Open until 5pm on Monday 31 August 2026 (UK time)');
    expect(page.text()).toContain('That is 84 days: 12 weeks.');
  });

  test('lists on the page of a part what is still wrong with it, each linked to its field', async () => {
    const { browser, at } = await aDraft();
    const path = `${at}/plan/timetable`;
    const days = { 'opensOn-day': '7', 'opensOn-month': '12', 'closesOn-day': '1', 'closesOn-month': '12' };
    const sent = await browser.post(path, { ...(await fieldsOf(browser, path)), ...days, intent: 'stay' });
    const page = await sent.follow();
    const links = [...page.document.querySelectorAll('main .panel a')];
    expect(links[0]?.textContent).toBe('Let the last minute to answer come after the opening');
    expect(links[0]?.getAttribute('href')).toBe(`${path}#field-closesOn`);
    expect(page.text()).not.toContain('What the public will read');
    expect((await browser.get(`${at}/plan/people`)).document.querySelector('main .panel')).toBeNull();
  });

  test('a part that is not begun yet is not told all that it lacks', async () => {
    const { browser, at } = await aDraft(newDocument({ en: 'Only a title' }));
    for (const section of ['people', 'timetable']) {
      const page = await browser.get(`${at}/plan/${section}`);
      expect(page.document.querySelector('main .panel'), section).toBeNull();
    }
  });

  test('says in days how long it is open where that is less than a week', async () => {
    const timetable = { ...aDocument().timetable, closesOn: '2026-06-13' };
    const { browser, at } = await aDraft(aDocument({ timetable }));
    expect((await browser.get(`${at}/plan/timetable`)).text()).toContain('That is 5 days. It is less than');
  });

  test('says of every field of the timetable at once what is wrong with it', async () => {
    const { browser, at } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/timetable`);
    const wrong = {
      'opensOn-day': '',
      opensTime: 'nine',
      'closesOn-day': '31',
      'closesOn-month': '2',
      nation: 'mars',
    };
    const page = await browser.post(`${at}/plan/timetable`, { ...fields, ...wrong });
    const summary = [...page.document.querySelectorAll('.error-summary a')];
    expect(summary.map((link) => link.getAttribute('href')).toSorted()).toEqual([
      '#field-closesOn',
      '#field-nation',
      '#field-opensOn',
      '#field-opensTime',
    ]);
    const source = { 'sources[0].address': 'none', 'sources[0].publishedOn-day': '32' };
    const sources = await fieldsOf(browser, `${at}/plan/case`);
    const refused = await browser.post(`${at}/plan/case`, { ...sources, ...source });
    expect(refused.document.querySelectorAll('.error-summary a')).toHaveLength(2);
  });

  test.each([
    ['9am', '09:00'],
    ['9.30', '09:30'],
    ['5pm', '17:00'],
    ['17:00', '17:00'],
    ['11:59pm', '23:59'],
    ['11.59 p.m.', '23:59'],
  ])('takes %s as a time', async (typed, time) => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/timetable`);
    await browser.post(`${at}/plan/timetable`, { ...fields, closesTime: typed });
    expect((await saved(id)).document.timetable.closesTime).toBe(time);
  });

  test('suggests days that keep the twelve weeks where there are none yet, and keeps none of them unasked', async () => {
    const { opensOn: _opens, closesOn: _closes, ...timetable } = aDocument().timetable;
    const empty = { zone: timetable.zone, opensTime: '09:00', closesTime: '23:59' };
    const { browser, at, id } = await aDraft(
      aDocument({ timetable: { ...empty, postRule: 'received-by', nation: 'england-and-wales' } }),
    );
    const fields = await fieldsOf(browser, `${at}/plan/timetable`);
    expect(fields['opensOn-day']).toEqual(['15']);
    expect(fields['closesOn-month']).toEqual(['9']);
    expect((await saved(id)).document.timetable.opensOn).toBeUndefined();
    await browser.post(`${at}/plan/timetable`, fields);
    expect((await saved(id)).document.timetable).toMatchObject({
      opensOn: '2026-06-15',
      closesOn: '2026-09-07',
    });
  });

  test('turns the silence procedure on and off', async () => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/silence`);
    const on = { ...fields, applies: 'yes', proposition: 'The partners adopt the code', isStatutory: 'no' };
    await browser.post(`${at}/plan/silence`, on);
    expect((await saved(id)).document.silence).toEqual({
      proposition: { en: 'The partners adopt the code' },
      periodDays: 56,
      objectionEndsForAll: false,
      contestDays: 28,
      isStatutory: false,
    });
    await browser.post(`${at}/plan/silence`, { ...on, draftVersion: '2', applies: 'no' });
    expect((await saved(id)).document.silence).toBeUndefined();
  });

  test('refuses with 409 what somebody else changed meanwhile, keeps what was typed, and takes it the second time', async () => {
    const { browser, at, id } = await aDraft();
    const mine = await fieldsOf(browser, `${at}/plan/change`);
    await browser.post(`${at}/plan/change`, { ...mine, openToChange: 'Theirs' });
    const refused = await browser.post(`${at}/plan/change`, { ...mine, openToChange: 'Mine' });
    expect(refused.status).toBe(409);
    expect(refused.text()).toContain('This was saved after you opened it');
    expect(refused.document.querySelector('#field-openToChange')?.textContent).toBe('Mine');
    expect((await saved(id)).document.openToChange.en).toBe('Theirs');
    const version = refused.document.querySelector('input[name=draftVersion]')!.getAttribute('value')!;
    expect(
      (await browser.post(`${at}/plan/change`, { ...mine, draftVersion: version, openToChange: 'Mine' }))
        .status,
    ).toBe(303);
    expect((await saved(id)).document.openToChange.en).toBe('Mine');
  });

  test('stays as it is once it is published', async () => {
    const { id } = await aConsultation({ ...staff, state: 'open' });
    const { browser } = staff;
    const page = await browser.get(`/officer/consultations/${id}/plan/change`);
    expect(page.text()).toContain('This is published and stays as it is');
    expect(page.document.querySelector('main textarea')).toBeNull();
    const sent = await browser.post(`/officer/consultations/${id}/plan/change`, {
      draftVersion: '1',
      openToChange: 'x',
    });
    expect(sent.status).toBe(409);
    expect(sent.text()).toContain('This is published already');
    expect(sent.document.querySelector('#field-openToChange')?.textContent).toBe('x');
  });

  test('the address of the public page follows the title', async () => {
    const { browser } = staff;
    const slugs: string[] = [];
    for (const title of ['Draft one', 'Draft two']) {
      const sent = await browser.post('/officer/consultations/new', { title, originalLanguage: 'en' });
      const path = `${sent.location}/plan/people`;
      const renamed = { ...(await fieldsOf(browser, path)), title: 'Trams on the High Street' };
      await browser.post(path, renamed);
      await browser.post(path, { ...(await fieldsOf(browser, path)), title: 'Trams on the High Street!' });
      slugs.push((await saved(sent.location!.split('/').at(-1)!)).slug);
    }
    expect(slugs).toEqual(['trams-on-the-high-street', 'trams-on-the-high-street-2']);
  });

  test.each([
    ['people', { title: 'x'.repeat(201) }, '200 characters or fewer'],
    ['people', { purpose: 'x'.repeat(20_001) }, '20,000 characters or fewer'],
    ['people', { topics: 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk' }, 'up to 10'],
    ['records', { retentionMonths: '0' }, 'from 1 to 240'],
    ['records', { atLeast: 'many' }, 'from 1 to 1,000'],
    ['silence', { contestDays: '6' }, 'from 7 to 180'],
  ] as const)('says the limit that was passed in %s: %o', async (section, changes, words) => {
    const { browser, at } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/${section}`);
    const page = await browser.post(`${at}/plan/${section}`, { ...fields, ...changes });
    expect(page.document.querySelector('.error-summary')?.textContent).toContain(words);
  });

  test.each([
    ['people', { title: '' }, '#field-title'],
    ['people', { level: 'shout' }, '#field-level'],
    ['people', { languages: 'fr' }, undefined],
    ['people', { purpose: 'x'.repeat(20_001) }, '#field-purpose'],
    ['people', { topics: Array.from({ length: 11 }, (_, n) => `topic ${n}`).join('\n') }, '#field-topics'],
    ['timetable', { opensTime: '25:00' }, '#field-opensTime'],
    ['timetable', { 'opensOn-day': '', 'opensOn-year': '' }, '#field-opensOn'],
    ['timetable', { 'opensOn-year': '26' }, '#field-opensOn'],
    ['timetable', { nation: 'mars' }, '#field-nation'],
    ['contact', { 'contact.email': 'nobody' }, '#field-contact-email'],
    ['contact', { 'contact.phone': 'call me' }, '#field-contact-phone'],
    ['contact', { 'replies.phone': 'ask inside' }, '#field-replies-phone'],
    ['case', { 'sources[0].address': 'javascript:alert(1)' }, '#field-sources-0--address'],
    ['silence', { applies: 'yes', periodDays: 'many' }, '#field-periodDays'],
    ['silence', { applies: 'yes', contestDays: '6' }, '#field-contestDays'],
    ['records', { percent: '101' }, '#field-percent'],
    ['records', { retentionMonths: '0' }, '#field-retentionMonths'],
    ['options', { 'options[1].id': 'mornings' }, '#field-options'],
    ['options', { 'options[40].title': 'x' }, '#field-options'],
    ['change', { intent: 'burn' }, undefined],
    ['change', { draftVersion: 'one' }, undefined],
  ] as const)('refuses bad input in %s with words and a link: %o', async (section, changes, link) => {
    const { browser, at, id } = await aDraft();
    const fields = await fieldsOf(browser, `${at}/plan/${section}`);
    const page = await browser.post(`${at}/plan/${section}`, { ...fields, ...changes });
    expect(page.status).toBe(400);
    const links = [...page.document.querySelectorAll('.error-summary a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(links.length + page.document.querySelectorAll('.error-summary li').length).toBeGreaterThan(0);
    if (link) expect(links).toContain(link);
    expect((await saved(id)).draftVersion).toBe(1);
  });

  test.each(PLAN_SECTIONS)(
    'section %s answers an empty form and another form’s fields with 4xx',
    async (section) => {
      const { browser, at } = await aDraft();
      expect((await browser.post(`${at}/plan/${section}`, {})).status).toBe(400);
      const other = await browser.post(`${at}/plan/${section}`, {
        'options.title': 'x',
        email: 'y',
        '__proto__.x': 'z',
      });
      expect(other.status).toBe(400);
      const file = new File(['x'], 'x.txt');
      expect(
        (await browser.post(`${at}/plan/${section}`, { title: file, draftVersion: '1' })).status,
      ).toBeLessThan(500);
    },
  );

  test('knows no other section, consultation or id', async () => {
    const { browser, at } = await aDraft();
    expect((await browser.get(`${at}/plan/everything`)).status).toBe(404);
    expect((await browser.post(`${at}/plan/everything`, {})).status).toBe(404);
    expect(
      (await browser.get('/officer/consultations/018f0000-0000-7000-8000-000000000009/plan')).status,
    ).toBe(404);
    expect(
      (await browser.get('/officer/consultations/------------------------------------/plan')).status,
    ).toBe(404);
    expect((await browser.get('/officer/consultations/x')).status).toBe(404);
  });
});

describe('who may do what with a draft', () => {
  test('people of another body find nothing', async () => {
    const { at } = await aDraft();
    const stranger = await hub.signIn(await aPerson({ body: await aBody(), roles: ['author', 'approver'] }));
    for (const page of ['', '/plan', '/approval', '/corrections', '/audit', '/audit/export']) {
      expect((await stranger.get(at + page)).status).toBe(404);
    }
  });

  test.each(['approver', 'clerk', 'analyst', 'translator'] as const)(
    'a %s reads the plan but cannot save it',
    async (role) => {
      const { at, body } = await aDraft();
      const browser = await hub.signIn(await aPerson({ body, roles: [role] }));
      const page = await browser.get(`${at}/plan/options`);
      expect(page.status).toBe(200);
      expect(page.document.querySelector('main textarea')).toBeNull();
      expect(page.text()).toContain('Nine to one');
      expect((await browser.post(`${at}/plan/change`, { draftVersion: '1', openToChange: 'x' })).status).toBe(
        403,
      );
    },
  );
});

describe('the overview', () => {
  test('lists what is missing, each linked to its field, and one next step', async () => {
    const { browser, at } = await aDraft(
      aDocument({ summary: {}, level: undefined, options: [{ id: 'a', title: {}, description: {} }] }),
    );
    const page = await browser.get(at);
    const links = [...page.document.querySelectorAll('.part-list details a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(links).toEqual([
      `${at}/plan/people#field-summary`,
      `${at}/plan/people#field-level`,
      `${at}/plan/options#field-options-0--title`,
      `${at}/plan/options#field-options-0--description`,
    ]);
    for (const link of links) {
      const [path = '', anchor = ''] = link!.split('#');
      expect((await browser.get(path)).document.getElementById(anchor)).not.toBeNull();
    }
    expect(page.document.querySelector('.panel .button')?.getAttribute('href')).toBe(`${at}/plan/people`);
  });

  test('says of a part that the consultation does without that it is not used, not that it is done', async () => {
    const { browser, at } = await aDraft(aDocument({ options: [], silence: undefined }));
    const page = await browser.get(at);
    const unused = [...page.document.querySelectorAll('.part-head')].filter((part) =>
      part.textContent?.includes('Not used'),
    );
    expect(unused.map((part) => part.querySelector('a')?.getAttribute('href'))).toEqual([
      `${at}/plan/options`,
      `${at}/plan/silence`,
    ]);
  });

  test('tells an author of an open one that clerks register letters, and sends only clerks to them', async () => {
    const { id } = await aConsultation({ ...staff, state: 'open' });
    const clerk = await hub.signIn(await aPerson({ body: staff.body, roles: ['clerk'] }));
    const at = `/officer/consultations/${id}`;
    const shown = await staff.browser.get(at);
    expect(shown.text()).toContain('registered by the clerks');
    expect(shown.document.querySelector('.panel .button')?.getAttribute('href')).toBe(`${at}/results`);
    const button = (await clerk.get(at)).document.querySelector('.panel .button');
    expect(button?.getAttribute('href')).toBe(`${at}/arrivals`);
  });

  test('the plan asks for reasons for a short period only until they are written', async () => {
    const timetable = { ...aDocument().timetable, closesOn: '2026-08-24', shorterReasons: undefined };
    const bare = await aDraft(aDocument({ timetable }));
    expect((await bare.browser.get(`${bare.at}/plan/timetable`)).text()).toContain('say why below');
    const shorterReasons = { en: 'The grant ends' };
    const explained = await aDraft(aDocument({ timetable: { ...timetable, shorterReasons } }));
    const page = await explained.browser.get(`${explained.at}/plan/timetable`);
    expect(page.text()).not.toContain('say why below');
    expect(page.text()).toContain('your reasons below will be published');
  });

  test.each([
    ['forthcoming', 'it opens by itself'],
    ['open', 'Open until'],
    ['closed', 'an analyst now reads what people said'],
  ] as const)('says what comes next when it is %s', async (state, words) => {
    const { id } = await aConsultation({ ...staff, state });
    const page = await staff.browser.get(`/officer/consultations/${id}`);
    expect(page.status).toBe(200);
    expect(page.text()).toContain(words);
  });

  test('of a closed one leads to late answers only while one waits, and to reading whoever may read', async () => {
    const { id, questionnaireVersionId } = await aConsultation({ ...staff, state: 'closed' });
    const button = async (browser: Visitor) =>
      (await browser.get(`/officer/consultations/${id}`)).document
        .querySelector('.panel .button')
        ?.getAttribute('href');
    const analyst = await hub.signIn(await aPerson({ body: staff.body, roles: ['author', 'analyst'] }));
    const approver = await hub.signIn(await aPerson({ body: staff.body, roles: ['approver'] }));
    expect(await button(approver)).toBe(`/officer/consultations/${id}/results`);
    expect(await button(analyst)).toBe(`/officer/consultations/${id}/reading`);
    expect(await button(staff.browser)).toBe(`/officer/consultations/${id}/results`);
    const now = new Date(START);
    const late = { channel: 'web', language: 'en', receivedAt: now, recordedAt: now, isLate: true } as const;
    const ids = { id: randomUUID(), reference: randomUUID(), publicReference: randomUUID() };
    await database().response.create({
      data: { ...late, ...ids, consultationId: id, questionnaireVersionId },
    });
    expect(await button(staff.browser)).toBe(`/officer/consultations/${id}/late`);
    expect(await button(analyst)).toBe(`/officer/consultations/${id}/reading`);
  });

  test.each(['cy', 'ur'])('is shown whole in %s', async (language) => {
    const { browser, at } = await aDraft();
    for (const page of [
      '',
      '/approval',
      '/corrections',
      '/audit',
      ...PLAN_SECTIONS.map((one) => `/plan/${one}`),
    ]) {
      const shown = await browser.get(`/${language}${at}${page}`);
      expect(shown.status).toBe(200);
      expect(shown.text()).not.toMatch(/\b(plan|approval|audit|corrections)[.:][a-z]/);
    }
  });
});
