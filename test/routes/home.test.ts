import { expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { keepReport } from '#/test/support/reading';

const hub = useHub();
const homeWith = (language: string, path = '/') => hub.visitor().get(path, { 'accept-language': language });

test('the home page leads to Welsh or Urdu where the browser prefers it before English', async () => {
  for (const [preferred, place] of [
    ['cy', '/cy'],
    ['cy-GB,cy;q=0.9,en;q=0.8', '/cy'],
    ['fr, ur-PK;q=0.8, en;q=0.5', '/ur'],
    ['en;q=0.3, ur;q=0.9', '/ur'],
  ] as const) {
    const page = await homeWith(preferred);
    expect([page.status, page.location]).toEqual([302, place]);
    expect(page.headers.get('vary')).toContain('Accept-Language');
  }
});

test('it stays English where English comes first, no language of the hub is asked for, or the header is nonsense', async () => {
  for (const preferred of [
    'en-GB,cy;q=0.9',
    'en,cy',
    'fr',
    '',
    '*',
    'cy;q=0',
    'cy;q=x',
    ';;,,q=',
    ','.repeat(5000),
  ]) {
    const page = await homeWith(preferred);
    expect(page.status).toBe(200);
    expect(page.headers.get('vary')).toContain('Accept-Language');
    expect(page.document.documentElement.lang).toBe('en');
  }
});

test('the way back to English stays English', async () => {
  expect((await homeWith('cy', '/?language=en')).status).toBe(200);
  const welsh = await homeWith('cy', '/cy');
  const links = [...welsh.document.querySelectorAll('.languages a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/?language=en', '/cy', '/ur']);
});

test('no other address looks at what the browser prefers', async () => {
  for (const path of ['/consultations', '/help', '/ur', '/privacy']) {
    const page = await homeWith('cy', path);
    expect(page.status).toBe(200);
    expect(page.document.documentElement.lang).toBe(path === '/ur' ? 'ur' : 'en');
  }
});

test('it says so when nothing is open', async () => {
  expect((await homeWith('en')).text()).toContain('No consultation is open today.');
});

test('it shows what is open, the next to close first, and what came of earlier ones', async () => {
  const body = await aBody();
  const author = await aPerson({ body });
  const titled = (title: string) => aDocument({ title: inAll(title) });
  await aConsultation({ body, author, document: titled('Later one') });
  await aConsultation({ body, author, document: titled('Sooner one'), closesAt: '2026-06-07T23:00:00Z' });
  await aConsultation({ body, author, document: titled('Coming one'), state: 'forthcoming' });
  const past = await aConsultation({ body, author, document: titled('Earlier one'), state: 'closed' });
  await keepReport(past.id, '2026-05-30T09:00:00Z');

  const page = await homeWith('en');
  const titles = [...page.document.querySelectorAll('.card-list h3')].map((title) => title.textContent);
  expect(titles).toEqual(['Sooner one', 'Later one', 'Earlier one']);
  expect(page.text()).toContain('6 days left');
  expect((await homeWith('en', '/cy')).text()).toContain('Sooner one (cy)');
});
