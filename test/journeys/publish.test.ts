import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn, useBrowser } from '#/test/support/browser';
import { inspect } from '#/test/support/inspect';

const PASSWORD = 'sample-hub-password';
const browser = useBrowser();

/** Forty words a minute, and time to read and think before each field and each button. */
const SECONDS_A_CHARACTER = 0.3;
const SECONDS_A_STEP = 8;

/** An author at work: what is done is counted, as steps and as the time they take. */
class Author {
  readonly page: Page;
  steps = 0;
  characters = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get minutes(): number {
    return (this.steps * SECONDS_A_STEP + this.characters * SECONDS_A_CHARACTER) / 60;
  }

  async write(field: string, text: string): Promise<void> {
    this.steps += 1;
    this.characters += text.length;
    await this.page.locator(`[name="${field}"]:visible`).first().fill(text);
  }

  async choose(field: string, value: string): Promise<void> {
    this.steps += 1;
    await this.page.locator(`[name="${field}"][value="${value}"]`).check();
  }

  async press(name: string): Promise<void> {
    this.steps += 1;
    const button = this.page.getByRole('button', { name, exact: true }).last();
    await Promise.all([this.page.waitForEvent('load'), button.click()]);
    expect(
      await this.page.locator('.error-summary').allInnerTexts(),
      `${name} on ${this.page.url()}`,
    ).toEqual([]);
  }

  async follow(name: string | RegExp): Promise<void> {
    this.steps += 1;
    const link = this.page
      .locator('main')
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first();
    await Promise.all([this.page.waitForEvent('load'), link.click()]);
  }
}

const PLAN: Record<string, string>[] = [
  {
    summary: 'The stop on Mill Lane has to move. Tell us where it should go.',
    purpose: 'The lane is too narrow for the new buses.',
    audience: 'Everyone who takes the bus or lives in the lane.',
    affected: 'People who cannot walk far. We will ask them at the day centre.',
    influence: 'The place that most people choose will be taken, if buses can stop there.',
  },
  { openToChange: 'Where the stop goes.', alreadyDecided: 'It cannot stay where it is.' },
  {
    issues: 'Buses block the lane.',
    evidenceFor: 'A count of delays in May.',
    evidenceAgainst: 'The walk becomes longer for some.',
    restrictions: 'There is money for one stop.',
    earlierConsultations: 'None.',
    publicInvolvement: 'One meeting in the hall.',
  },
];

test(
  'a first-time author makes a consultation of five questions in English, and it is approved, published and corrected',
  { timeout: 240_000 },
  async () => {
    const author = new Author(await browser.page());
    const { page } = author;
    await signIn(page, 'author@hub.example', PASSWORD);
    await author.follow(/[Ss]tart a|[Nn]ew consultation|Plan a/);
    await author.write('title', 'Where the bus stop goes');
    await author.press('Start');
    const base = new URL(page.url()).pathname;

    // Five questions.
    await page.goto(`${base}/questions`);
    author.steps += 1;
    await author.write('title', 'The bus stop');
    await author.press('Add a section');
    await author.follow(/^Add a question/);
    const questions = [
      ['Where should it go?', 'One choice', 'By the church\nBy the shop'],
      ['Why there?', 'Own words'],
      ['Which ways of travelling do you use?', 'Several choices', 'Bus\nCar\nOn foot'],
      ['How often would you take the bus each week?', 'A number'],
      ['When did you last take it?', 'A date'],
    ] as const;
    for (const [label, type, choices] of questions) {
      await author.write('label', label);
      author.steps += 1;
      await page.getByLabel(type, { exact: true }).check();
      if (choices) {
        author.steps += 1;
        author.characters += choices.length;
        await page.getByRole('textbox', { name: 'Choices' }).fill(choices);
      }
      await author.press('Save and add another');
    }

    // The plan, part by part.
    await page.goto(`${base}/plan`);
    for (const part of PLAN) {
      if (await page.locator('[name=level]').count()) await author.choose('level', 'consult');
      for (const [field, text] of Object.entries(part)) await author.write(field, text);
      await author.press('Save and go on');
    }
    await author.press('Save and go on'); // no options besides those in the questions
    await author.write('publicityPlan', 'A poster on every bus of the line.');
    await author.write('feedbackPlan', 'A poster again, and the parish newsletter.');
    await author.press('Save and go on');
    await author.write('decisionMaker', 'The parish council');
    await author.write('howDeciderTookPart', 'Its chair came to the planning meeting.');
    await author.press('Save and go on'); // the days that are suggested
    await author.write('replies.address', 'Parish Office, Mill Lane');
    await author.press('Save and go on');
    await page.goto(`${base}/approval`);
    await inspect(page);
    expect(await page.locator('main').innerText()).toContain('Nothing is missing');
    await author.press('Ask for approval');
    expect(await page.locator('main').innerText()).toContain('It waits for an approver');
    expect(author.steps).toBeLessThan(70);
    expect(author.minutes).toBeLessThan(20);

    // A second person publishes it.
    const approver = new Author(await browser.page());
    await signIn(approver.page, 'approver@hub.example', PASSWORD);
    await approver.page.goto(`${base}/approval`);
    await inspect(approver.page);
    await approver.choose('decision', 'approve');
    await approver.press('Confirm');
    expect(await approver.page.locator('main').innerText()).toContain('Text and questions are frozen');
    const reader = await browser.page();
    await reader.goto('/consultations');
    await reader.getByRole('link', { name: 'Where the bus stop goes' }).first().click();
    await inspect(reader);

    // A correction, proposed by one and published by the other, stands on the page.
    await page.goto(`${base}/corrections`);
    await author.write('what.en', 'The stop is on Mill Lane, not Mill Road.');
    await author.write('why.en', 'A slip of the pen.');
    await author.choose('isMaterial', 'no');
    await author.press('Propose this correction');
    await inspect(page);
    await approver.page.goto(`${base}/corrections`);
    await approver.choose('decision', 'approve');
    await approver.press('Confirm');
    await inspect(approver.page);
    await reader.reload();
    expect(await reader.locator('main').innerText()).toContain('The stop is on Mill Lane, not Mill Road.');
  },
);
