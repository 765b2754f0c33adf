import { randomUUID } from 'node:crypto';
import type { ServerBuild } from 'react-router';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { filledIn, formsOn, type FormField, type FormOnPage } from '#/test/support/forms-on-page';
import { FORM_SENDERS, type Sender } from '#/test/support/form-senders';
import { START, useHub } from '#/test/support/hub';
import { oneOfEverything, type Everything } from '#/test/support/one-of-everything';
import { rowCounts } from '#/test/support/table-contents';
import type { Page } from '#/test/support/visitor';
import { database } from '~/platform/database/database.server';

const hub = useHub();
let things: Everything;
let build: ServerBuild;
beforeAll(async () => {
  things = await oneOfEverything();
  build = (await import('virtual:react-router/server-build')) as unknown as ServerBuild;
});
beforeEach(async () => {
  await hub.setClock(START);
  await database().attempt.deleteMany();
});

const IDS = Object.keys(FORM_SENDERS);
const LANGUAGES = ['en', 'cy', 'ur'];
const KEPT = ['Response', 'AnswerSheet', 'TextAnswer', 'Arrival', 'AuditEntry', 'Consultee', 'Notice'];

/** Each is typed into every field of a form at once. */
const HOSTILE: Record<string, string | string[]> = {
  nothing: '',
  'several values': ['1', '2'],
  'not a number': 'NaN',
  'a negative number': '-1',
  'Urdu digits': '٣٣',
  'a huge number': '9999999999999',
  markup: '<script>alert(1)</script>"\'',
  'a null character': 'a\u0000b',
  emoji: '👩🏽‍🏫🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'an id of the wrong shape': '../../etc/passwd',
  'the id of nothing': '00000000-0000-7000-8000-000000000000',
  'a name every object has': 'constructor',
};

/** A whole list of consultees; what is keyed from paper as it stands there, however long. */
const HOLDS_MORE = (id: string, name: string) => name === 'list' || (id === 'key' && name.startsWith('q-'));

/** A form in a language: Welsh and Urdu for a third each. */
function inLanguage(index: number, path: string): { language: string; at: string } {
  const language = LANGUAGES[index % 3] ?? 'en';
  return { language, at: language === 'en' ? path : `/${language}${path}` };
}

/** Answered kindly: on to another page, or refused with words in the language of the address. Never a fault. */
function expectAnswer(page: Page, language: string, told: string): void {
  expect(page.status, told).toBeLessThan(500);
  if (page.status < 400) {
    if (page.status >= 300) expect(page.location, told).toMatch(/^\//);
    return;
  }
  // Read as text: making a document of each of some thousand pages takes a minute.
  expect(/<html lang="(\w+)"/.exec(page.html)?.[1], told).toBe(language);
  expect(page.html, `${told} ${page.status}`).toMatch(/class="error-summary"|<h1[ >][^<]*\p{L}/u);
}

const asTyped = (text: string) => text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n');

/** What somebody wrote stands in the page again. */
function expectKept(page: Page, field: FormField, typed: string, told: string): void {
  const controls = [...page.document.querySelectorAll('input, textarea')].filter(
    (control) => control.getAttribute('name') === field.name && control.getAttribute('type') !== 'password',
  );
  if (controls.length === 0) return;
  const values = controls.map((control) =>
    control.tagName === 'TEXTAREA' ? control.textContent : control.getAttribute('value'),
  );
  expect(
    values.map((value) => asTyped(value ?? '').trim()),
    told,
  ).toContain(asTyped(typed).trim());
}

/** Whether the page says at a field, or at the group it belongs to, that something is wrong with it. */
function isMarked(page: Page, name: string): boolean {
  return Boolean(page.document.querySelector(`[name="${name}"]`)?.closest('.has-error, [aria-invalid=true]'));
}

/** Days are looked at once everything else is right. */
const isDayPart = (name: string) => /-(day|month|year)$/.test(name);

/** Of an address that is only told to password keepers, nothing is read. */
const isTyped = ({ kind, name }: FormField) => kind === 'text' && name !== 'username';

test('every address that takes a form is sent to here', () => {
  const taking = Object.entries(build.routes).flatMap(([id, route]) =>
    id.startsWith('en/') && route?.module.action ? [id.slice('en/'.length)] : [],
  );
  expect(IDS.toSorted()).toEqual(taking.toSorted());
});

test.each(IDS)('%s answers whatever is typed with words, keeps it, and loses nothing', async (id) => {
  const sender = await FORM_SENDERS[id]!(hub, things);
  const { language, at } = inLanguage(IDS.indexOf(id), sender.path);
  const before = await rowCounts(KEPT);
  for (const [place, form] of (await findForms({ ...sender, path: at })).entries()) {
    const values = Object.entries(HOSTILE).filter((_, index) => place === 0 || index % 5 === place % 5);
    for (const [name, value] of values.toReversed()) {
      const told = `${id} ${form.button?.value ?? ''} ${name}`;
      const fields = filledIn(form, () => value);
      const page = await sender.visitor.post(form.address, fields);
      expectAnswer(page, language, told);
      if (page.status !== 400 || typeof value !== 'string' || value.trim() === '') continue;
      if (!page.html.includes('class="error-summary"')) continue;
      for (const field of form.fields.filter(isTyped))
        expectKept(page, field, value, `${told} ${field.name}`);
    }
    const hidden = form.fields.filter(({ kind }) => kind === 'hidden').map(({ name }) => name);
    for (const value of hidden.length > 0 ? ['', '-1', randomUUID()] : []) {
      const forged = Object.fromEntries(hidden.map((name) => [name, value]));
      const page = await sender.visitor.post(form.address, { ...filledIn(form), ...forged });
      expectAnswer(page, language, `${id} hidden ${value}`);
    }
    await hub.setClock(START);
  }
  const after = await rowCounts(KEPT);
  for (const name of KEPT) expect(after[name], name).toBeGreaterThanOrEqual(before[name] ?? 0);
});

test.each(IDS)('%s has no field that hides a method of its form from scripts', async (id) => {
  const { path, visitor } = await FORM_SENDERS[id]!(hub, things);
  const { document } = await visitor.get(path);
  const methods = document.createElement('form') as unknown as Record<string, unknown>;
  const hiding = formsOn(document, path)
    .flatMap(({ fields, button }) => [...fields, ...(button ? [button] : [])])
    .filter(({ name }) => typeof methods[name] === 'function');
  expect(hiding.map(({ name }) => name)).toEqual([]);
});

test.each(IDS)('%s refuses what is too long, too large, foreign or unreadable', async (id) => {
  const sender = await FORM_SENDERS[id]!(hub, things);
  const { visitor } = sender;
  const { language, at } = inLanguage(IDS.indexOf(id) + 1, sender.path);
  const before = await rowCounts(KEPT);
  const forms = await findForms({ ...sender, path: at });
  const form = forms[0] ?? { address: at, fields: [] };
  const raw = (body: string, headers: Record<string, string>) =>
    visitor.request(form.address, { method: 'POST', body, headers });
  const encoded = { 'content-type': 'application/x-www-form-urlencoded' };
  const [first = { name: 'text' }] = form.fields;

  const known = form.fields.filter((field) => isTyped(field) && !HOLDS_MORE(id, field.name));
  if (known.length > 0 && !READS_NOTHING.includes(id)) {
    const page = await visitor.post(
      form.address,
      filledIn(form, ({ kind, values }) => (kind === 'text' ? 'x'.repeat(20_480) : values[0])),
    );
    expectAnswer(page, language, `${id} 20 kB`);
    expect([400, 429], `${id} 20 kB`).toContain(page.status);
    const unmarked = known.filter(({ name }) => !isDayPart(name) && !isMarked(page, name));
    expect(page.status === 429 ? [] : unmarked.map(({ name }) => name), `${id} 20 kB`).toEqual([]);
  }

  const answers: Record<string, [Page, readonly number[]]> = {
    'with 1.2 MB': [await visitor.post(form.address, { [first.name]: 'x'.repeat(1_200_000) }), [413]],
    'as text': [await raw('a=b', { 'content-type': 'text/plain' }), [400]],
    'as JSON': [await raw('{"a":"b"}', { 'content-type': 'application/json' }), [400]],
    'in parts, with a null character': [
      await raw(
        ['--y', `content-disposition: form-data; name="${first.name}"`, '', 'a\u0000b', '--y--', ''].join(
          '\r\n',
        ),
        { 'content-type': 'multipart/form-data; boundary=y' },
      ),
      [],
    ],
    'as broken multipart': [await raw('--x', { 'content-type': 'multipart/form-data; boundary=y' }), [400]],
    'from another site': [
      await raw(`${first.name}=a`, { ...encoded, origin: 'https://else.example' }),
      [400],
    ],
    'from nowhere': [await raw(`${first.name}=a`, { ...encoded, origin: 'null' }), [400]],
    'with half a character': [await raw(`${first.name}=a%ED%A0%80%FF%00b`, encoded), []],
    'of another page': [
      await visitor.post(form.address, {
        standing: 'individual',
        email: 'a@b.c',
        roles: ['author'],
        __proto__: 'x',
      }),
      [],
    ],
  };
  const isPage = Boolean(build.routes[`en/${id}`]?.module.default);
  for (const [name, [page, statuses]] of Object.entries(answers)) {
    if (isPage) expectAnswer(page, language, `${id} ${name}`);
    else expect(page.status, `${id} ${name}`).toBeLessThan(500);
    if (statuses.length > 0 && !READS_NOTHING.includes(id)) {
      expect(statuses, `${id} ${name}`).toContain(page.status);
    }
  }
  const after = await rowCounts(KEPT);
  for (const name of KEPT) expect(after[name], name).toBeGreaterThanOrEqual(before[name] ?? 0);
});

/** Buttons without a field: nothing of what is sent is read. */
const READS_NOTHING = ['respond-clear', 'sign-out', 'consultee-finish', 'key-next', 'preview'];

/** The forms of a page; of an address that shows none, one without fields. */
async function findForms({ path, visitor }: Sender): Promise<FormOnPage[]> {
  const page = await visitor.get(path);
  const forms = formsOn(page.document, path);
  const target = path.split('?')[0];
  const own = forms.filter(({ address }) => address.split('?')[0] === target);
  return own.length > 0 ? own.slice(0, 6) : [{ address: path, fields: [] }];
}
