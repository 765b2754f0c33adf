import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectAccessible, signIn, useBrowser } from '#/test/support/browser';
import { startBuiltHub } from '#/test/support/running-hub';
import { LEADS_ON, REACHED_BY_JOURNEY } from '#/test/support/inspect';
import { allPages, pageAt } from '#/test/support/site-map';

const PASSWORD = 'sample-hub-password';
const browser = useBrowser();
/** One of its own, as the sample fills it: what other journeys leave behind hides pages from who follows links. */
let hub: Awaited<ReturnType<typeof startBuiltHub>>;
beforeAll(async () => {
  hub = await startBuiltHub();
}, 180_000);
afterAll(() => hub?.stop());
const newPage = () => browser.page({ baseURL: hub.address });
const seen = new Set<string>();

/** What no link leads to: each of these pages is looked at by the journey that is named there. */
const REACHED_OTHERWISE = new Set<string>(
  [...Object.values(REACHED_BY_JOURNEY).flat(), ...LEADS_ON].map((id) => `en/${id}`),
);

/** Two windows look at once, each at its variants one after another. */
const VARIANTS = [
  [{ prefix: '', widths: [1280, 320] }],
  [
    { prefix: '/cy', widths: [320] },
    { prefix: '/ur', widths: [320] },
  ],
];

/** Looks at one address in every variant. */
async function inspect(pages: readonly Page[], path: string): Promise<void> {
  await Promise.all(pages.map((page, index) => inspectVariants(page, path, VARIANTS[index] ?? [])));
}

async function inspectVariants(
  page: Page,
  path: string,
  variants: readonly { prefix: string; widths: readonly number[] }[],
): Promise<void> {
  for (const { prefix, widths } of variants) {
    const response = await page.goto(path === '/' && prefix ? prefix : prefix + path);
    expect(response?.status() ?? 0, `${prefix}${path}`).toBeLessThan(500);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
    }
  }
}

/**
 * Follows every link a person sees from `start`, and looks at one page of each kind that nobody has looked at yet. What
 * a page leads to, its reader may open.
 */
async function wander(page: Page, start: readonly string[]): Promise<void> {
  const pages = [page, await page.context().newPage()];
  const waiting = [...start];
  const known = new Set<string>(waiting);
  const fetchedOfKind = new Map<string, number>();
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const kind = pageAt(path.split('?')[0] ?? '');
    if (!kind || kind === 'en/not-found') continue;
    const fetched = fetchedOfKind.get(kind) ?? 0;
    if (fetched >= 6) continue;
    fetchedOfKind.set(kind, fetched + 1);
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBeLessThan(start.includes(path) ? 500 : 400);
    if (response.status() !== 200) continue;
    if (!response.headers()['content-type']?.startsWith('text/html')) {
      seen.add(kind);
      continue;
    }
    const html = await response.text();
    if (!seen.has(kind)) {
      seen.add(kind);
      await inspect(pages, path);
    }
    for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const address = link.replaceAll('&amp;', '&');
      if (/^\/(cy|ur)(\/|$)/.test(address) || known.has(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  }
}

test('everybody can read every public page', { timeout: 300_000 }, async () => {
  const page = await newPage();
  await wander(page, [
    '/consultations',
    '/?language=en',
    '/help',
    '/mailbox',
    '/rehearsal',
    '/sign-in',
    '/your-response',
  ]);
});

test.each(['author', 'approver', 'clerk', 'analyst', 'translator', 'network', 'admin'])(
  'the %s of the sample can use every staff page',
  { timeout: 600_000 },
  async (who) => {
    const page = await newPage();
    await signIn(page, `${who}@hub.example`, PASSWORD);
    await wander(page, [
      '/officer',
      '/account',
      '/network',
      '/admin',
      '/admin/undelivered',
      '/officer/consultations/new',
      '/officer/consultations/import',
    ]);
  },
);

test('no page of the site map was missed', () => {
  const missed = allPages().filter((id) => !seen.has(id) && !REACHED_OTHERWISE.has(id));
  expect(missed).toEqual([]);
});
