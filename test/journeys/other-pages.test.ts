import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { authenticatorCode } from '#/test/support/authenticator';
import { signIn, useBrowser } from '#/test/support/browser';
import { expectAllInspected, inspect, inspectTranslated } from '#/test/support/inspect';

const PASSWORD = 'sample-hub-password';
const browser = useBrowser();
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function as(who: string): Promise<Page> {
  const page = await browser.page();
  await signIn(page, `${who}@hub.example`, PASSWORD);
  return page;
}

/** The staff address of one of the sample's consultations. */
async function consultation(page: Page, chapter: string): Promise<string> {
  await page.goto('/officer');
  return (
    (await page
      .getByRole('link', { name: new RegExp(chapter) })
      .first()
      .getAttribute('href')) ?? ''
  );
}

async function press(page: Page, within = 'main form[method=post]'): Promise<void> {
  const button = page.locator(`${within} button[type=submit]`).last();
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
}

/** Waits for the one message to an address and goes where its link leads, which is a page of the link's own name. */
async function followMail(page: Page, to: string, link: 'invitation' | 'password'): Promise<void> {
  const message = page.locator('.card-list li', { hasText: to });
  const arrived = async () => {
    await page.goto('/mailbox');
    return message.count();
  };
  await expect.poll(arrived, { timeout: 20_000 }).toBe(1);
  await message.getByRole('link').click();
  const text = await page.locator('.message-text').innerText();
  await page.goto(new RegExp(`/${link}/[\\w-]+`).exec(text)?.[0] ?? '');
  expect(pathOf(page)).toBe(`/${link}`);
}

/** Looks at a page in three languages, and at its form refused. */
async function inspectWithMistake(page: Page, within?: string): Promise<void> {
  const path = page.url().slice(new URL(page.url()).origin.length);
  await inspect(page);
  await inspectTranslated(page, path);
  await page.goto(path);
  await press(page, within);
  expect(await page.locator('.error-summary').count(), path).toBe(1);
  await inspect(page);
}

test('signing in with a second factor, its backup codes, an invitation and a new password are accessible', async () => {
  const page = await as('clerk2');
  await page.goto('/account/second-factor');
  await page.fill('[name=password]', PASSWORD);
  await press(page);
  const key = (await page.locator('.secret').textContent()) ?? '';
  await page.fill('[name=code]', authenticatorCode(key));
  await press(page);
  await page.goto('/account/backup-codes');
  await inspectWithMistake(page);
  await page.fill('[name=password]', PASSWORD);
  await press(page);
  await inspect(page);

  const again = await browser.page();
  await again.goto('/sign-in');
  await inspectWithMistake(again);
  await again.fill('[name=email]', 'clerk2@hub.example');
  await again.fill('[name=password]', PASSWORD);
  await press(again);
  expect(pathOf(again)).toBe('/sign-in/code');
  await inspectWithMistake(again);

  await page.goto('/account/second-factor');
  await page.fill('[name=password]', PASSWORD);
  await press(page);

  const administrator = await as('admin');
  await administrator.goto('/admin');
  await follow(administrator, 'main a[href^="/admin/bodies/"]:not([href$="/new"])');
  await administrator.goto(`${pathOf(administrator)}/invite`);
  await administrator.fill('[name=name]', 'Nia Rees');
  await administrator.fill('[name=email]', 'nia.rees@hub.example');
  await administrator.check('[name=roles][value=clerk]');
  await press(administrator);
  await followMail(again, 'nia.rees@hub.example', 'invitation');
  await inspectWithMistake(again);

  const forgetful = await browser.page();
  await forgetful.goto('/sign-in');
  await follow(forgetful, 'main a[href="/sign-in/forgotten"]');
  await inspectWithMistake(forgetful);
  await forgetful.fill('[name=email]', 'clerk2@hub.example');
  await press(forgetful);
  await inspect(forgetful);
  await inspectTranslated(forgetful, '/sign-in/forgotten?done=sent');
  await forgetful.goto('/password');
  await inspect(forgetful);
  await followMail(forgetful, 'clerk2@hub.example', 'password');
  await inspectWithMistake(forgetful);
  await forgetful.fill('[name=newPassword]', PASSWORD);
  await press(forgetful);
  expect(pathOf(forgetful)).toBe('/sign-in');
  await inspect(forgetful);
});

test('a problem is reported and replied to, and an address that leads nowhere says so', async () => {
  const reader = await browser.page();
  await reader.goto('/consultations');
  const link = await reader
    .getByRole('link', { name: /chapter 3/ })
    .first()
    .getAttribute('href');
  await reader.goto(`${link}/problem`);
  await reader.fill('[name=text]', 'The second question leads.');
  await press(reader);
  await inspect(reader);
  await inspectTranslated(reader, pathOf(reader));
  await reader.goto('/nowhere');
  await inspect(reader);
  await inspectTranslated(reader, '/nowhere');

  const author = await as('author');
  await author.goto(`${await consultation(author, 'chapter 3')}/problems`);
  await follow(author, 'main a[href*="/problems/"]');
  await inspectWithMistake(author);
});

test('a keyed sheet is checked by a second person, and somebody at risk stands in a queue of their own', async () => {
  const clerk = await as('clerk');
  const base = await consultation(clerk, 'chapter 3');
  await clerk.goto(`${base}/arrivals`);
  await follow(clerk, 'main a[href*="/arrivals/"]');
  await follow(clerk, 'main a[href*="/risk/flag"]');
  await inspectWithMistake(clerk);
  await clerk.check('[name=kinds] >> nth=0');
  await clerk.fill('[name=note]', 'Afraid to go home.');
  await press(clerk);

  const approver = await as('approver');
  await approver.goto(`${base}/risk`);
  await follow(approver, 'main a[href*="/risk/"]');
  await inspectWithMistake(approver);

  const second = await as('clerk2');
  await second.goto(`${base}/checks`);
  await follow(second, 'main a[href*="/checks/"]');
  await inspect(second);
  await inspectTranslated(second, pathOf(second));
});

test('an analyst makes a theme, and an author a finding of it with a quotation', async () => {
  const analyst = await as('analyst');
  const base = await consultation(analyst, 'chapter 2');
  await analyst.goto(`${base}/reading`);
  const codebook = (await analyst.locator('main a[href*="/codebook/"]').first().getAttribute('href')) ?? '';
  await analyst.goto(codebook);
  await analyst.fill('[name^="name"] >> nth=0', 'Time for small groups');
  const create = analyst.locator('button[value=create]');
  await Promise.all([analyst.waitForEvent('load'), create.click()]);
  await follow(analyst, `main a[href^="${codebook}/"]`);
  await inspect(analyst);
  await inspectTranslated(analyst, pathOf(analyst));

  const author = await as('author');
  await author.goto(`${base}/report/findings/new`);
  await inspectWithMistake(author);
  for (const language of ['en', 'cy', 'ur'])
    await author.fill(`[name="said.${language}"]`, 'Twelve weeks are right');
  await author.check('[name=stance] >> nth=0');
  await press(author);
  expect(await author.locator('.error-summary').allInnerTexts()).toEqual([]);
  await author.goto(`${base}/report`);
  const quotations = (await author.locator('main a[href$="/quotations"]').first().getAttribute('href')) ?? '';
  const finding = quotations.replace('/quotations', '');
  await author.goto(finding);
  await inspect(author);
  await inspectTranslated(author, finding);
  await author.goto(quotations);
  await inspect(author);
  await inspectTranslated(author, quotations);
  const translation = `${base}/languages/cy/report`;
  await author.goto(translation);
  await inspect(author);
  await inspectTranslated(author, translation);
  expectAllInspected('other-pages');
});
