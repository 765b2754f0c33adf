import { expect, test } from 'vitest';
import { aBody, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

const hub = useHub();

test('an unknown address is answered 404 in the language of its prefix', async () => {
  const page = await hub.visitor().get('/ur/no-such-page');
  expect(page.status).toBe(404);
  expect(page.document.documentElement.getAttribute('dir')).toBe('rtl');
});

test('the footer offers signing in to everyone but those who have', async () => {
  const officer = await hub.signIn(await aPerson({ body: await aBody(), roles: ['author'] }));
  const footer = async (visitor: typeof officer, path: string) =>
    (await visitor.get(path)).document.querySelector('footer')?.textContent;
  expect(await footer(hub.visitor(), '/consultations')).toContain('Staff sign in');
  expect(await footer(officer, '/officer')).not.toContain('Staff sign in');
});
