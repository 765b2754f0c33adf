import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { PageCache } from '~/middleware/page-cache.server';
import { useHub } from '#/test/support/hub';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';

const hub = useHub();
const pages = new PageCache();
let stop: () => Promise<void>;
let rendered = 0;

const render = async () => {
  rendered += 1;
  return new Response(`<p>${rendered}</p>`, { headers: { 'content-type': 'text/html' } });
};
const get = (path: string, headers: Record<string, string> = {}) =>
  pages.answer(new Request(`http://hub.test${path}`, { headers }), render);

beforeAll(async () => {
  stop = await pages.listen();
  await sleep(500);
});
afterAll(() => stop());

test('a public page is rendered once per address', async () => {
  expect(await (await get('/consultations')).text()).toBe(await (await get('/consultations')).text());
  expect(await (await get('/cy/consultations')).text()).not.toBe(await (await get('/consultations')).text());
});

test('a page that was not changed is answered 304 to who has it', async () => {
  const first = await get('/help');
  const again = await get('/help', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
});

test('what is different for everybody is never remembered', async () => {
  const before = rendered;
  for (const path of ['/', '/respond/x', '/officer', '/consultee', '/your-response']) {
    await get(path);
    await get(path);
  }
  expect(rendered - before).toBe(10);
});

test('remembered pages are dropped when public content changes and when the clock is moved', async () => {
  const first = await (await get('/consultations')).text();
  const body = await aBody();
  await aConsultation({ body, author: await aPerson({ body, roles: ['author'] }) });
  await expect.poll(async () => (await get('/consultations')).text()).not.toBe(first);
  const second = await (await get('/consultations')).text();
  await hub.setClock('2026-06-02T12:00:00Z');
  await expect.poll(async () => (await get('/consultations')).text()).not.toBe(second);
});

test('a page is never kept beyond the next opening or closing instant', async () => {
  const body = await aBody();
  await aConsultation({
    body,
    author: await aPerson({ body, roles: ['author'] }),
    closesAt: '2026-06-02T12:00:20Z',
  });
  await expect
    .poll(async () => (await get('/consultations')).headers.get('cache-control'))
    .toMatch(/s-maxage=(1\d|20)\b/);
});
