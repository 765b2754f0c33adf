import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { signIn, useBrowser } from '#/test/support/browser';
import { inspect } from '#/test/support/inspect';
import { startBuiltHub } from '#/test/support/running-hub';

const browser = useBrowser();
/** Its clock is moved, so no other journey may share it. */
let hub: Awaited<ReturnType<typeof startBuiltHub>>;
beforeAll(async () => {
  hub = await startBuiltHub();
}, 180_000);
afterAll(() => hub?.stop());

async function on(page: Page): Promise<void> {
  const button = page
    .locator('main form[method=post]:not([action*="/clear"]) button[type=submit]:not([value=leave])')
    .last();
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The last day to answer, from "11:59pm on Sunday 10 January 2027". */
function deadlineOn(words: string): Temporal.PlainDate {
  const [, day, month = '', year] = /11:59pm on \w+ (\d+) (\w+) (\d{4})/.exec(words) ?? [];
  return Temporal.PlainDate.from({ day: Number(day), month: MONTHS.indexOf(month) + 1, year: Number(year) });
}

/** Moves the hub's clock to a time of day. */
async function moveClock(page: Page, day: string, time: string): Promise<void> {
  await page.goto('/rehearsal');
  await page.fill('[name=day]', day);
  await page.fill('[name=time]', time);
  const button = page.locator('form', { has: page.locator('[name=day]') }).locator('button');
  await Promise.all([page.waitForEvent('load'), button.click()]);
  expect(await page.locator('.error-summary').allInnerTexts()).toEqual([]);
}

test(
  'someone typing at the deadline is warned before, told after, keeps the words and lands in the late register',
  { timeout: 240_000 },
  async () => {
    const page = await browser.page({ baseURL: hub.address });
    const clock = await browser.page({ baseURL: hub.address });
    await page.goto('/consultations');
    const link = await page
      .getByRole('link', { name: /chapter 3/ })
      .first()
      .getAttribute('href');
    const start = `/respond/${link?.split('/')[2]}`;
    await page.goto(start);
    const lastDay = deadlineOn(await page.locator('main').innerText());
    await on(page);
    await page.check('input[name="q-answered"][value=yes]');
    await on(page);
    await page.check('input[name="q-option"][value=always]');
    await page.check('input[name="q-overall"] >> nth=0');
    await on(page);

    // Ten minutes before.
    await moveClock(clock, lastDay.toString(), '23:50');
    await page.reload();
    expect(await page.locator('main').innerText()).toMatch(/minutes/);
    await inspect(page);
    await page.fill('[name="q-missing"]', 'Written in the last ten minutes.');

    // Just after, the form still on the screen is sent.
    await moveClock(clock, lastDay.add({ days: 1 }).toString(), '00:00');
    await on(page);
    expect(await page.locator('main').innerText()).toMatch(/deadline|closed|late/i);
    await inspect(page);
    await page.check('input[name=standing][value=individual]');
    await on(page);
    await on(page);
    expect(new URL(page.url()).pathname).toBe(`${start}/check`);
    const check = await page.locator('main').innerText();
    expect(check).toContain('Written in the last ten minutes.');
    expect(check).toMatch(/late/i);
    await inspect(page);
    await on(page);
    await page.goto(`${start}/receipt`);
    await inspect(page);
    expect(await page.locator('main').innerText()).toMatch(/late/i);

    const author = await browser.page({ baseURL: hub.address });
    await signIn(author, 'author@hub.example', 'sample-hub-password');
    const consultation = await author
      .getByRole('link', { name: /chapter 3/ })
      .first()
      .getAttribute('href');
    await author.goto(`${consultation}/late`);
    expect(await author.locator('main').innerText()).toMatch(/1 waits for a decision[\s\S]* seconds? late/);
    await inspect(author);

    // The clock stopped on its way for the reminders, so silence could be judged.
    await author.goto(`${consultation}/consultees`);
    await author.getByRole('link', { name: 'Ashmere Carers' }).click();
    const consultee = await author.locator('main').innerText();
    expect(consultee).toContain('Did not object (silence procedure)');
    expect(consultee).toMatch(/Half-way reminder[\s\S]*Last reminder/);
  },
);
