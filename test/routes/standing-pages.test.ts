import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

const hub = useHub();
const PAGES = ['/help', '/accessibility', '/privacy', '/counting'];

test('each standing page is there in each language, headed and parted', async () => {
  for (const page of PAGES) {
    const [english, welsh, urdu] = await Promise.all(
      ['', '/cy', '/ur'].map((prefix) => hub.visitor().get(prefix + page)),
    );
    const headings = (found: typeof english) =>
      [...(found?.document.querySelectorAll('h1, h2') ?? [])].length;
    expect(headings(english)).toBeGreaterThan(5);
    expect([headings(welsh), headings(urdu)]).toEqual([headings(english), headings(english)]);
    expect(welsh?.text()).not.toBe(english?.text());
    expect(urdu?.document.documentElement.dir).toBe('rtl');
  }
});

test('the accessibility statement has the parts the regulations ask for', async () => {
  const text = (await hub.visitor().get('/accessibility')).text();
  for (const part of [
    'What this statement covers',
    'partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA',
    '3.1.2 Language of parts',
    'disproportionate burden',
    'prepared on 22 November 2026',
    'ask for another format',
    'Equality Advisory and Support Service',
  ]) {
    expect(text).toContain(part);
  }
});

test('the privacy notice names who is responsible, the law, the rights, every cookie and where to complain', async () => {
  const body = await aBody({ name: 'Market Council', email: 'data@market.example' });
  const author = await aPerson({ body });
  await aBody({ name: 'Only a member' });
  await aConsultation({ body, author });
  const page = await hub.visitor().get('/privacy');
  expect(page.text()).toContain('Market Council');
  expect(page.html).toContain('mailto:data@market.example');
  expect(page.text()).not.toContain('Only a member');
  expect(page.text()).toContain('Article 6(1)(e)');
  expect(page.text()).toContain('not consent in the sense of data protection law');
  expect(page.text()).toContain('0303 123 1113');
  const cookies = [...page.document.querySelectorAll('code')].map((name) => name.textContent);
  expect(cookies).toEqual(['hub-draft', 'hub-resume', 'hub-response', 'hub-consultee', 'hub.*']);
});

test('the counting rules give the sum, what late means, and that silence is never added', async () => {
  const text = (await hub.visitor().get('/counting')).text();
  expect(text).toContain('Arrived = in time + late');
  expect(text).toContain('They are never added to responses and are in no percentage.');
  expect(text).toContain('a petition is one submission'.replace('a', 'A'));
});

test('reading sets no cookie', async () => {
  for (const page of ['/', '/consultations', ...PAGES]) {
    expect((await hub.visitor().get(page)).headers.getSetCookie()).toEqual([]);
  }
});
