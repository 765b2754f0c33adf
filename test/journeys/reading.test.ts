import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, signIn, useBrowser } from '#/test/support/browser';

const PASSWORD = 'sample-hub-password';
const browser = useBrowser();
/** A busy machine takes its time to run the script. */
const SOON = { timeout: 5_000 };

/** Opens the texts of the sample's closed consultation, with two themes to read under. */
async function openReading(page: Page, question: string): Promise<void> {
  await signIn(page, 'analyst@hub.example', PASSWORD);
  await page.goto('/officer');
  await page.locator('section[aria-labelledby=state-closed] .card-list a').first().click();
  await page.getByRole('link', { name: 'Reading', exact: true }).click();
  const card = page.locator('.card-list > li', { hasText: question });
  await card.getByRole('link', { name: 'Codebook' }).click();
  for (const theme of ['Silence and reminders', 'Holidays']) {
    if ((await page.getByRole('link', { name: theme, exact: true }).count()) > 0) continue;
    await page.getByLabel('Name in English').fill(theme);
    await page.getByRole('button', { name: 'Add the theme' }).click();
    await page.getByRole('link', { name: theme, exact: true }).waitFor();
  }
  await page.getByRole('link', { name: 'Read', exact: true }).click();
}

const shown = (page: Page) => page.textContent('.text-to-read');

test('an analyst reads by keyboard alone: letters find a theme, Enter ticks it, Enter saves', async () => {
  const page = await browser.page();
  await openReading(page, 'What is missing');
  const search = page.getByLabel('Find a theme');
  await search.waitFor();
  await expect.poll(() => search.evaluate((field) => field === document.activeElement), SOON).toBe(true);
  await expectAccessible(page);
  const text = await shown(page);

  await page.keyboard.type('remind');
  await expect.poll(() => page.getByRole('option').count(), SOON).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('input[type=hidden][name=themes]').count(), SOON).toBe(1);
  await page.keyboard.type('holi');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('input[type=hidden][name=themes]').count(), SOON).toBe(2);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/after=/);
  expect(await shown(page)).not.toBe(text);

  await page.goto(page.url().replace(/\/reading\/([^/?]+).*/, '/reading/$1/texts'));
  const read = page.locator('.card-list > li').first();
  expect(await read.textContent()).toContain(text ?? '');
  expect(await read.locator('.tag').allTextContents()).toEqual(['Silence and reminders', 'Holidays']);
  await expectAccessible(page);
});

test('saving with nothing chosen says so, with the summary in focus, and keeps the text in view', async () => {
  const page = await browser.page();
  await openReading(page, 'What is missing');
  await page.getByLabel('Find a theme').waitFor();
  const text = await shown(page);
  await page.getByRole('button', { name: 'Save, and show the next' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.textContent('.error-summary')).toContain('Choose at least one theme');
  expect(await shown(page)).toBe(text);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary');
  await expectAccessible(page);
});

test('without script the themes are boxes with keys of their own', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  await openReading(page, 'What is missing');
  const text = await shown(page);
  const boxes = page.getByRole('checkbox');
  expect(await boxes.count()).toBeGreaterThanOrEqual(3);
  expect(await boxes.first().getAttribute('accesskey')).toBe('1');
  await boxes.first().check();
  await page.getByRole('button', { name: 'Save, and show the next' }).click();
  await page.waitForURL(/after=/);
  expect(await page.locator('.text-to-read').count()).toBeLessThanOrEqual(1);
  if ((await page.locator('.text-to-read').count()) > 0) expect(await shown(page)).not.toBe(text);
});
