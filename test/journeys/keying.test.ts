import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn, useBrowser } from '#/test/support/browser';

const PASSWORD = 'sample-hub-password';
const browser = useBrowser();

/** A clerk who types forty words a minute needs this long for a character, and for a key that is not writing. */
const SECONDS_A_CHARACTER = 0.3;
const SECONDS_A_KEY = 0.5;

/** Presses keys and types words as a clerk does, and adds up how long that takes. */
function keyboardOf(page: Page) {
  let seconds = 0;
  return {
    seconds: () => seconds,
    async press(key: string) {
      seconds += SECONDS_A_KEY;
      await page.keyboard.press(key);
    },
    async type(words: string) {
      seconds += words.length * SECONDS_A_CHARACTER;
      await page.keyboard.type(words);
    },
  };
}

/** What the cursor is in. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { tagName, name, type, textContent } = document.activeElement as HTMLInputElement;
    return { tagName, name: name ?? '', type: type ?? '', text: (textContent ?? '').trim() };
  });

/** Opens the register of the sample's open consultation. */
async function openRegister(page: Page): Promise<void> {
  await page.goto('/officer');
  await page.locator('section[aria-labelledby=state-open] .card-list a').first().click();
  await page.getByRole('link', { name: 'Arrivals', exact: true }).click();
}

test('a clerk registers a letter and keys it in 90 seconds, without a mouse', async () => {
  const page = await browser.page();
  await signIn(page, 'clerk@hub.example', PASSWORD);
  await openRegister(page);
  await page.fill('[name=receivedEvidence]', 'Date stamp of the post room');
  await page.fill('[name=sender]', 'Ann Price, Market Street');
  await page.locator('[name=sender]').press('Enter');
  await page.waitForURL(/added=\d+/);
  const number = new URL(page.url()).searchParams.get('added') ?? '';
  await page.getByRole('link', { name: `Line ${number}`, exact: true }).click();
  await page.getByRole('link', { name: 'Key this line' }).click();

  const keyboard = keyboardOf(page);
  const answered = new Set<string>();
  for (let stops = 0; stops < 200; stops += 1) {
    const { tagName, name, type } = await focused(page);
    if (!name.startsWith('q-')) break;
    if (!answered.has(name)) {
      if (type === 'radio') await keyboard.press('2');
      else if (type === 'checkbox') await keyboard.press('1');
      else if (tagName === 'SELECT') await keyboard.press('ArrowDown');
      else if (tagName === 'TEXTAREA') await keyboard.type('Please keep it open in the evening.');
      else if (/-(day|month)$/.test(name)) await keyboard.type('5');
      else if (name.endsWith('-year')) await keyboard.type('2025');
      else if (!name.endsWith('-other')) await keyboard.type('7');
      answered.add(name);
    }
    await keyboard.press('Tab');
  }
  expect(answered.size).toBeGreaterThan(2);
  expect((await focused(page)).name).toBe('mayPublishAnswer');
  await keyboard.press('2');
  await keyboard.press('Enter');
  await page.waitForURL(new RegExp(`keyed=${number}`));
  expect(await page.textContent('main')).toContain(`Line ${number} is saved`);
  const secondsForTen = (keyboard.seconds() / answered.size) * 10;
  expect(secondsForTen).toBeLessThan(90);
});

test('keying works the same with scripts off, by the arrow keys', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  await signIn(page, 'clerk@hub.example', PASSWORD);
  await openRegister(page);
  await page.fill('[name=receivedEvidence]', 'Call log');
  await page.locator('[name=receivedEvidence]').press('Enter');
  await page.waitForURL(/added=\d+/);
  const number = new URL(page.url()).searchParams.get('added') ?? '';
  await page.getByRole('link', { name: `Line ${number}`, exact: true }).click();
  await page.getByRole('link', { name: 'Key this line' }).click();
  await page.locator('input[type=radio][name^="q-"]').first().press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`keyed=${number}`));
});
