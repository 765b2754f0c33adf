import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn, useBrowser } from '#/test/support/browser';
import { expectAllInspected, inspect, inspectTranslated } from '#/test/support/inspect';

const PASSWORD = 'sample-hub-password';
const ADDRESS = 'secretary@allotments.example';
const browser = useBrowser();

async function as(who: string): Promise<Page> {
  const page = await browser.page();
  await signIn(page, `${who}@hub.example`, PASSWORD);
  return page;
}

/** The staff address of one of the sample's consultations. */
async function consultation(page: Page, chapter: string): Promise<string> {
  await page.goto('/officer');
  const link = page.getByRole('link', { name: new RegExp(chapter) }).first();
  return (await link.getAttribute('href')) ?? '';
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.locator('main').getByRole('link', { name }).first();
  await Promise.all([page.waitForEvent('load'), link.click()]);
}

const text = (page: Page) => page.locator('main').innerText();

test(
  'a consultee follows the link of its notice, acknowledges, asks for help and objects; opening records nothing',
  { timeout: 240_000 },
  async () => {
    const author = await as('author');
    const register = `${await consultation(author, 'chapter 3')}/consultees`;
    await author.goto(`${register}/add`);
    await press(author, 'Add to the register');
    expect(await author.locator('.error-summary').count()).toBe(1);
    await inspect(author);
    await author.fill('[name=name]', 'Hill Road Allotments');
    await author.check('[name=kind] >> nth=0');
    await author.fill('[name=email]', ADDRESS);
    await author.check('[name=language][value=en]').catch(() => author.selectOption('[name=language]', 'en'));
    await press(author, 'Add to the register');
    await author.goto(`${register}/send`);
    await inspect(author);
    await inspectTranslated(author, new URL(author.url()).pathname);
    await author.goto(`${register}/send`);
    await press(author, 'Send the notice');

    const page = await browser.page();
    const arrived = async () => {
      await page.goto('/mailbox');
      return page.locator('.card-list li', { hasText: ADDRESS }).count();
    };
    await expect.poll(arrived, { timeout: 20_000 }).toBe(1);
    await page.locator('.card-list li', { hasText: ADDRESS }).getByRole('link').click();
    const link = /\/notice\/[\w-]+/.exec(await page.locator('.message-text').innerText())?.[0] ?? '';

    // Opening the link twice, as mail scanners do, records nothing and leaves no token in the address.
    const own = await browser.page();
    await own.goto(link);
    await own.goto(link);
    expect(new URL(own.url()).pathname).toBe('/consultee');
    await author.goto(register);
    await follow(author, 'Hill Road Allotments');
    const before = await text(author);
    expect(before).not.toContain('pressed the button that says it has the notice');
    await inspect(own);
    await inspectTranslated(own, '/consultee');
    await own.goto('/consultee');
    await press(own, 'We have this notice');
    expect(await own.getByRole('button', { name: 'We have this notice' }).count()).toBe(0);
    await author.reload();
    expect(await text(author)).not.toBe(before);

    // Help, with a mistake first.
    await own.goto('/consultee/help');
    await press(own, 'Send this request');
    expect(await own.locator('.error-summary').count()).toBe(1);
    await inspect(own);
    await inspectTranslated(own, '/consultee/help');
    await own.goto('/consultee/help');
    await own.check('[name=kind][value=format]');
    await own.fill('[name=text]', 'Large print, please.');
    await press(own, 'Send this request');
    await author.reload();
    await author.locator('main a[href*="/requests/"]').first().click();
    await author.waitForURL(/requests/);
    await inspect(author);
    await press(author, 'Record that it is fulfilled');
    expect(await author.locator('.error-summary').count()).toBe(1);
    await author.fill('[name=how]', 'Sent in large print.');
    await press(author, 'Record that it is fulfilled');

    // More time, given by the approver.
    const approver = await as('approver');
    await approver.goto(`${new URL(author.url()).pathname}/extension`);
    await inspect(approver);
    await press(approver, 'Move the deadline');
    await inspect(approver);

    // Objecting, with a mistake first.
    await own.goto('/consultee/answer');
    await press(own, 'Send this answer');
    expect(await own.locator('.error-summary').count()).toBe(1);
    await inspect(own);
    await inspectTranslated(own, '/consultee/answer');
    await own.goto('/consultee/answer');
    await own.check('[name=kind][value=objection]');
    await own.fill('[name=text]', 'Our members cannot read it in time.');
    await press(own, 'Send this answer');
    await inspect(own);
    await author.goto(register);
    await follow(author, 'Hill Road Allotments');
    expect(await text(author)).toContain('Objection');

    await own.goto('/consultee/contest');
    await inspect(own);
    await inspectTranslated(own, '/consultee/contest');
    await own.goto('/consultee');
    await own.locator('.clear-computer summary').click();
    await press(own, 'Finish');
    await inspect(own);
    await inspectTranslated(own, '/consultee/finished');
    await own.goto('/consultee');
    expect(await own.locator('form').count()).toBe(0);
  },
);

test('what was recorded from silence is contested, and decided by a second person', async () => {
  const clerk = await as('clerk');
  const register = `${await consultation(clerk, 'chapter 2')}/consultees`;
  await clerk.goto(register);
  await clerk
    .locator('main li, main tr', { hasText: /did not object/i })
    .getByRole('link')
    .first()
    .click();
  await clerk.waitForURL(/consultees\/[0-9a-f-]{36}/);
  const line = new URL(clerk.url()).pathname;
  await clerk.goto(`${line}/contest`);
  await press(clerk, 'Record the contest');
  expect(await clerk.locator('.error-summary').count()).toBe(1);
  await inspect(clerk);
  await inspectTranslated(clerk, `${line}/contest`);
  await clerk.goto(`${line}/contest`);
  await clerk.fill('[name=reasons]', 'Their letter was found under the door.');
  await press(clerk, 'Record the contest');

  const approver = await as('approver');
  await approver.goto(line);
  await approver.locator('main a[href*="/contests/"]').first().click();
  await approver.waitForURL(/contests/);
  await inspect(approver);
  await inspectTranslated(approver, new URL(approver.url()).pathname);
  await approver.goto(line);
  await approver.locator('main a[href*="/contests/"]').first().click();
  await approver.waitForURL(/contests/);
  await press(approver, 'Decide');
  expect(await approver.locator('.error-summary').count()).toBe(1);
  await inspect(approver);
  await approver.check('[name=decision][value=upheld]');
  await approver.fill('[name=note]', 'The date stamp is of June.');
  await press(approver, 'Decide');
  expectAllInspected('consultee');
});
