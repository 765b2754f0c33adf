import { expect, test, vi } from 'vitest';
import { authenticatorCode } from '#/test/support/authenticator';
import { aBody, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

vi.mock('~/platform/configuration.server', async (importActual) => {
  const actual = await importActual<typeof import('~/platform/configuration.server')>();
  const settings = {
    ...actual.configuration(),
    isProduction: true,
    isSample: false,
    requiresSecondFactor: true,
    baseUrl: new URL('https://hub.test'),
  };
  return { ...actual, configuration: () => settings };
});

const hub = useHub();

test('in production staff reach nothing but the set-up of the second factor until it is done', async () => {
  const person = await aPerson({ body: await aBody(), roles: ['author'], isAdministrator: true });
  const browser = await hub.signIn(person);
  for (const path of ['/officer', '/admin', '/officer/consultations/00000000-0000-7000-8000-000000000000']) {
    expect((await browser.get(path)).location).toMatch(/^\/sign-in\?next=/);
  }
  expect((await browser.get('/sign-in?next=/officer')).location).toBe('/account/second-factor');
  expect((await browser.get('/account')).location).toBe('/account/second-factor');
  expect((await browser.get('/cy/account/password')).location).toBe('/cy/account/second-factor');

  await browser.post('/account/second-factor', { intent: 'start', password: person.password });
  const page = await browser.get('/account/second-factor');
  expect(page.text()).toContain('everyone on the staff signs in with a password and a code');
  const key = page.document.querySelector('.secret')?.textContent ?? '';
  expect((await browser.get('/officer')).status).toBe(302);
  await browser.post('/account/second-factor', { intent: 'confirm', code: authenticatorCode(key) });
  expect((await browser.get('/officer')).status).toBe(200);
  expect((await browser.get('/admin')).status).toBe(200);

  const off = await browser.post('/account/second-factor', { intent: 'turn-off', password: person.password });
  expect(off.status).toBe(403);
  const again = await browser.get('/account/second-factor');
  expect(again.document.querySelector('input[value=turn-off]')).toBeNull();
});

test('in production the session travels over https only', async () => {
  const person = await aPerson();
  const answer = await hub.visitor().post('/sign-in', { email: person.email, password: person.password });
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/);
});

test('in production there is no mailbox page and no clock to move, even in a rehearsal database', async () => {
  for (const path of ['/mailbox', '/mailbox/00000000-0000-7000-8000-000000000000', '/rehearsal']) {
    expect((await hub.visitor().get(path)).status).toBe(404);
  }
  expect((await hub.visitor().post('/rehearsal', { intent: 'real-time' })).status).toBe(404);
});
