import { expect, test } from 'vitest';
import { aBody, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

const hub = useHub();

test('someone with an account signs in and sees their consultations', async () => {
  const person = await aPerson({ body: await aBody(), roles: ['author'] });
  const browser = await hub.signIn(person);
  const page = await browser.get('/officer');
  expect(page.status).toBe(200);
  expect(page.document.querySelector('h1')?.textContent).toBe('My consultations');
});
