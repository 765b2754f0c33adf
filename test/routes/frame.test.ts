import { expect, test } from 'vitest';
import { useHub } from '#/test/support/hub';

const hub = useHub();

test('an unknown address is answered 404 in the language of its prefix', async () => {
  const page = await hub.visitor().get('/ur/no-such-page');
  expect(page.status).toBe(404);
  expect(page.document.documentElement.getAttribute('dir')).toBe('rtl');
});
