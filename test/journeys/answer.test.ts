import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from '#/test/support/browser';
import { expectAllInspected, inspect, inspectTranslated } from '#/test/support/inspect';
import { Keyboard } from '#/test/support/keyboard';

const browser = useBrowser();
const BUTTON = 'main form[method=post]:not([action*="/clear"]) button[type=submit]:not([value=leave])';

/** The path of the start page of the open chapter. */
async function openChapter(page: Page): Promise<string> {
  await page.goto('/consultations');
  const link = await page
    .getByRole('link', { name: /chapter 3/ })
    .first()
    .getAttribute('href');
  return `/respond/${(link ?? '').split('/')[2]}`;
}

const heading = (page: Page) => page.locator('h1').first().textContent();
const pathOf = (page: Page) => new URL(page.url()).pathname;

test('a resident without script and without a mouse answers, mends, sends twice, finds, changes and withdraws', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  const keyboard = new Keyboard(page);
  const start = await openChapter(page);
  await page.goto(start);
  await keyboard.follow(BUTTON);

  // A mistake: the first question is needed.
  await keyboard.follow(BUTTON);
  expect(await page.title()).toMatch(/^Error: /);
  await keyboard.follow('.error-summary a').catch(() => undefined);
  await page.goto(`${start}/section/taking-part`);
  await keyboard.choose('q-answered', 'no');
  await keyboard.follow(BUTTON);

  // What this answer opened is asked on the same page.
  expect(pathOf(page)).toBe(`${start}/section/taking-part`);
  await keyboard.tabTo('input[name="q-hindered"][value="language"]');
  await keyboard.press('Space');
  await keyboard.follow(BUTTON);
  await keyboard.tabTo('input[name="q-tell-more"]');
  await keyboard.type('A form in Urdu');
  await keyboard.follow(BUTTON);

  // Back and on again: nothing is lost.
  expect(pathOf(page)).toBe(`${start}/section/promise`);
  await keyboard.follow('.back-link');
  expect(await page.locator('input[name="q-tell-more"]').inputValue()).toBe('A form in Urdu');
  await keyboard.follow(BUTTON);

  await keyboard.choose('q-option', 'always');
  await keyboard.choose('q-overall', 'agree');
  await keyboard.follow(BUTTON);
  await keyboard.tabTo('[name="q-missing"]');
  await keyboard.type('Say who pays.');
  await keyboard.follow(BUTTON);

  await keyboard.choose('standing', 'individual');
  await keyboard.tabTo('input[name=name]');
  await keyboard.type('Sam Patel');
  await keyboard.tabTo('input[name=email]');
  await keyboard.type('sam.patel@example.org');
  await keyboard.follow(BUTTON);
  await keyboard.choose('mayPublishAnswer', 'yes');
  await keyboard.follow(BUTTON);
  if (!pathOf(page).endsWith('/check')) throw new Error(await page.locator('main').innerText());

  // Changing one answer leads back to checking.
  await keyboard.follow('a[href*="section/promise"]');
  await keyboard.choose('q-option', 'on-request');
  await keyboard.follow(BUTTON);
  expect(pathOf(page)).toBe(`${start}/check`);
  expect(await page.locator('main').innerText()).toContain('Help when asked for');

  // Pressed twice, then back: one response.
  await keyboard.tabTo(BUTTON);
  await Promise.all([keyboard.press('Enter'), keyboard.press('Enter')]);
  await page.waitForURL(/equality|receipt/);
  await page.goto(`${start}/check`);
  expect(pathOf(page)).toBe(`${start}/receipt`);
  const [reference = '', phrase = ''] = await page.locator('.reference').allTextContents();
  expect(reference).not.toBe('');

  // The receipt came by e-mail, once.
  const mailbox = async () => {
    await page.goto('/mailbox');
    return page.getByText('sam.patel@example.org').count();
  };
  await expect.poll(mailbox, { timeout: 20_000 }).toBe(1);
  await page.locator('.card-list li', { hasText: 'sam.patel@example.org' }).getByRole('link').click();
  expect(await page.locator('.message-text').innerText()).toContain(reference);

  // Found again with reference and phrase, changed, found with the new ones, and withdrawn.
  await find(keyboard, page, reference, phrase);
  await keyboard.follow('main a[href*="change"]');
  await keyboard.follow(BUTTON);
  expect(pathOf(page)).toBe(`${start}/check`);
  await keyboard.follow(BUTTON);
  await page.goto(`${start}/receipt`);
  expect(await page.locator('main').innerText()).toContain(`place of your response ${reference}`);
  const [newer = '', newPhrase = ''] = await page.locator('.reference').allTextContents();
  await find(keyboard, page, newer, newPhrase);
  await keyboard.follow('main a[href*="withdraw"]');
  await keyboard.follow(BUTTON);
  expect(await page.locator('main').innerText()).toMatch(/withdr/i);
});

async function find(keyboard: Keyboard, page: Page, reference: string, phrase: string): Promise<void> {
  await page.goto('/your-response');
  await keyboard.tabTo('input[name=reference]');
  await keyboard.type(reference);
  await keyboard.tabTo('input[name=phrase]');
  await keyboard.type(phrase);
  await keyboard.follow(BUTTON);
  expect(pathOf(page)).toBe('/your-response/status');
}

const PREFIXES = ['/cy', '/ur', ''] as const;
/** Welsh wide, Urdu narrow, English both. */
const WIDTHS = { '/cy': [1280], '/ur': [320], '': [1280, 320] };

/** Presses the page's button and looks at what it leads to. */
async function on(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(BUTTON).last().click()]);
}

test(
  'each step of answering is accessible, wide and narrow, in three languages, with and without mistakes',
  { timeout: 240_000 },
  async () => {
    const page = await browser.page();
    const start = await openChapter(page);
    const step = async (
      path: string,
      fill: () => Promise<unknown>,
      { mistake }: { mistake?: () => Promise<unknown> } = {},
    ) => {
      expect(pathOf(page)).toBe(start + path);
      await inspect(page);
      await inspectTranslated(page, start + path);
      if (mistake) {
        for (const prefix of PREFIXES) {
          await page.goto(prefix + start + path);
          await mistake();
          await on(page);
          expect(await page.locator('.error-summary').count(), `${prefix}${path}`).toBe(1);
          await inspect(page, WIDTHS[prefix]);
        }
      }
      await page.goto(start + path);
      await fill();
      await on(page);
    };
    const nothing = () => Promise.resolve();
    await page.goto(start);
    await inspect(page);
    await inspectTranslated(page, start);
    await page.goto(start);
    await on(page);
    await step('/section/taking-part', () => page.check('input[name="q-answered"][value=yes]'), {
      mistake: nothing,
    });
    await step(
      '/section/promise',
      async () => {
        await page.check('input[name="q-option"][value=always]');
        await page.check('input[name="q-overall"] >> nth=0');
      },
      { mistake: () => page.fill('input[name="q-meeting-day-day"]', '77') },
    );
    await step('/section/last', nothing);

    // Saved here, and gone on with in another browser, where an answer to the same was begun meanwhile.
    await page.goto(`${start}/section/last`);
    await page.locator('button[value=leave]').click();
    await page.waitForURL(/save/);
    await step('/save', () => page.fill('input[name=email]', 'later@example.org'), { mistake: nothing });
    await page.waitForURL(/sent=/);
    await inspect(page);
    await inspectTranslated(page, pathOf(page) + new URL(page.url()).search);
    const elsewhere = await browser.page();
    await expect
      .poll(
        async () => {
          await elsewhere.goto('/mailbox');
          return elsewhere.getByText('later@example.org').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await elsewhere.locator('.card-list li', { hasText: 'later@example.org' }).getByRole('link').click();
    const told = await elsewhere.locator('.message-text').innerText();
    const link = new URL(/https?:\/\/\S+\/resume\/\S+/.exec(told)?.[0] ?? '').pathname;
    await elsewhere.goto(start);
    await on(elsewhere);
    await elsewhere.check('input[name="q-answered"][value=no]');
    await on(elsewhere);
    await elsewhere.goto(link);
    expect(pathOf(elsewhere)).toBe(`${start}/resume`);
    await inspect(elsewhere);
    await inspectTranslated(elsewhere, `${start}/resume`);
    await elsewhere.goto(link);
    await on(elsewhere);
    expect(pathOf(elsewhere)).toBe(`${start}/about`);
    await elsewhere.goto(`${start}/section/promise`);
    expect(await elsewhere.isChecked('input[name="q-option"][value=always]')).toBe(true);
    await page.goto(`${start}/about`);
    await step('/about', () => page.check('input[name=standing][value=organisation]'), {
      mistake: () => page.fill('input[name=email]', 'nobody'),
    });
    await step(
      '/organisation',
      async () => {
        await page.fill('input[name=name]', 'Hill Farmers');
        await page.check('input[name=basis][value=knowledge]');
      },
      { mistake: nothing },
    );
    await step('/publishing', nothing);
    expect(pathOf(page)).toBe(`${start}/check`);
    await inspect(page);
    await inspectTranslated(page, `${start}/check`);
    await page.goto(`${start}/check`);
    await page.locator(BUTTON).last().dblclick();
    await page.waitForURL(/equality|receipt/);
    await step('/equality', nothing);
    expect(pathOf(page)).toBe(`${start}/receipt`);
    await inspect(page);
    await inspectTranslated(page, `${start}/receipt`);
    const [reference = '', phrase = ''] = await page.locator('.reference').allTextContents();

    await page.goto('/mailbox');
    await page.locator('.card-list a').first().click();
    await inspect(page);
    await inspectTranslated(page, pathOf(page));

    for (const prefix of PREFIXES) {
      await page.goto(`${prefix}/your-response`);
      await page.fill('input[name=reference]', 'AAAA-AAAA');
      await on(page);
      expect(await page.locator('.error-summary').count()).toBe(1);
      await inspect(page, WIDTHS[prefix]);
    }
    await page.fill('input[name=reference]', reference);
    await page.fill('input[name=phrase]', phrase);
    await on(page);
    expect(pathOf(page)).toBe('/your-response/status');
    await inspect(page);
    await inspectTranslated(page, '/your-response/status');
    await page.goto('/your-response/change');
    await inspect(page);
    await inspectTranslated(page, '/your-response/change');
    await page.goto('/your-response/withdraw');
    await inspect(page);
    await inspectTranslated(page, '/your-response/withdraw');
    await page.goto('/your-response/withdraw');
    await on(page);
    await inspect(page);

    await page.goto(`${start}/receipt`);
    await page.locator('form[action*="/clear"] button').first().click();
    await page.waitForURL(/cleared/);
    await inspect(page);
    await inspectTranslated(page, pathOf(page));
    expectAllInspected('answer');
  },
);

test('the switch of languages keeps the page, and what was written', async () => {
  const page = await browser.page();
  const start = await openChapter(page);
  await page.goto(start);
  await on(page);
  await page.check('input[name="q-answered"][value=yes]');
  await on(page);
  await page.goto(`${start}/section/taking-part?from=check`);
  for (const [name, prefix] of [
    ['Cymraeg', '/cy'],
    ['اردو', '/ur'],
    ['English', ''],
  ] as const) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForURL((url) => url.pathname === `${prefix}${start}/section/taking-part`);
    expect(new URL(page.url()).search).toBe('?from=check');
    expect(await page.isChecked('input[name="q-answered"][value=yes]')).toBe(true);
    expect(await page.locator('html').getAttribute('dir')).toBe(prefix === '/ur' ? 'rtl' : 'ltr');
  }
  expect(await heading(page)).toBe('Taking part');
});
