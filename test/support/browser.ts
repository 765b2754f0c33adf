import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { findChromium, HOW_TO_GET_CHROMIUM } from './find-chromium';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** A real browser for one test file, at the running hub's address. */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error(HOW_TO_GET_CHROMIUM);
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(() => browser?.close());

  return {
    /** Somebody's own browser window, `width` pixels wide. Errors that pages report fail the test. */
    async page({ width = 1280, ...options }: { width?: number } & BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        baseURL: inject('hubAddress'),
        viewport: { width, height: 900 },
        locale: 'en-GB',
        ...options,
      });
      context.setDefaultTimeout(10_000);
      context.on('page', (page) => {
        page.on('pageerror', (error) =>
          expect.soft(String(error), `a script error on ${page.url()}`).toBe(''),
        );
        page.on('console', (message) => {
          const isRefusedPage = /the server responded with a status of 4\d\d/.test(message.text());
          if (message.type() === 'error' && !isRefusedPage) {
            expect.soft(message.text(), `a console error on ${page.url()}`).toBe('');
          }
        });
      });
      const page = await context.newPage();
      return page;
    },
  };
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every axe rule of WCAG 2.2 AA and good practice, none switched off, and nothing that scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (levels) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
        runOnly: { type: 'tag', values: levels },
        resultTypes: ['violations'], // the nodes of all that passes are never looked at
      }),
    LEVELS,
  );
  const told = violations.map(
    (one) => `${one.id}: ${one.help} (${one.nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
  expect(told, `accessibility of ${page.url()}`).toEqual([]);
  await expectNoSidewaysScroll(page);
}

/** Text and controls fit the width of the screen, also where somebody wrote a long address into a text. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sideways = await page.evaluate(() => {
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const texts = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, legend, label)')].filter(
      (element) => !element.closest('table, .visually-hidden'),
    );
    const asWritten = overflow();
    const added = texts.map((element) => {
      const address = new Text(` https://example.org/${'long'.repeat(30)}`);
      element.append(address);
      return address;
    });
    const withAddresses = overflow();
    for (const text of added) text.remove();
    return { asWritten, withAddresses };
  });
  expect(sideways, `pixels that ${page.url()} scrolls sideways`).toEqual({ asWritten: 0, withAddresses: 0 });
}

/** Signs in on the sign-in page. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(/\/officer|\/network|\/admin/);
}
