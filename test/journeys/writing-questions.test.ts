import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn, useBrowser } from '#/test/support/browser';
import { expectAllInspected, inspect } from '#/test/support/inspect';

const browser = useBrowser();

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

/** A new draft with a title; the address of its questions. */
async function begin(page: Page): Promise<string> {
  await signIn(page, 'author@hub.example', 'sample-hub-password');
  await page.goto('/officer/consultations/import');
  await press(page, 'Make a draft from it');
  await inspect(page);
  const sent = {
    format: 'consultation-hub/1',
    title: { en: 'Where to put the bus stop in 2027' },
    level: 'shout',
  };
  const aFile = (content: object) => ({
    name: 'consultation.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await page.setInputFiles('input[type=file]', aFile(sent));
  await press(page, 'Make a draft from it');
  expect(await page.textContent('main')).toContain('One problem in the file');
  await inspect(page);
  await page.setInputFiles('input[type=file]', aFile({ ...sent, level: 'consult', colour: 'red' }));
  await press(page, 'Make a draft from it');
  expect(await page.textContent('main')).toContain('The draft was made, with these remarks');
  await inspect(page);
  return new URL(page.url()).pathname;
}

test('an author writes five questions, asks one of them only after an answer, and looks at the result', async () => {
  const page = await browser.page();
  const questions = await begin(page);
  await press(page, 'Add a section');
  expect(await page.textContent('main')).toContain('Give the section a title');
  await inspect(page);
  await page.getByLabel('Title of the section').fill('The bus stop');
  await press(page, 'Add a section');
  await page.getByRole('link', { name: 'Add a question' }).click();
  await press(page, 'Save and add another');
  expect(await page.textContent('main')).toContain('Choose how the question is answered');
  await inspect(page);

  const write = async (label: string, type: string, more: Record<string, string> = {}) => {
    await page.getByLabel('Question', { exact: true }).fill(label);
    await page.getByLabel(type, { exact: true }).check();
    for (const [name, text] of Object.entries(more)) await page.getByRole('textbox', { name }).fill(text);
    if (Object.keys(more).length) await inspect(page);
    await press(page, 'Save and add another');
    expect(await page.textContent('[role=status]')).toContain(label);
  };
  await write('Which corner is best?', 'One choice', { Choices: 'North\nSouth' });
  await write('Why this corner?', 'Own words');
  await write('Where do you live?', 'A place', { Choices: 'Aston\nErdington\nSelly Oak' });
  await write('How often would you use it each week?', 'A number', { 'Smallest number': '0' });
  await write('When did you last take a bus?', 'A date');

  await page.goto(questions);
  await inspect(page);
  await page.getByRole('link', { name: 'When it is asked (question “Why this corner?”)' }).click();
  await inspect(page);
  await press(page, 'Choose this question');
  await press(page, 'Add');
  expect(await page.textContent('main')).toContain('Tick at least one answer');
  await inspect(page);
  await page.getByLabel('South').check();
  await press(page, 'Add');
  expect(await page.textContent('main')).toContain('“Which corner is best?”: South');
  await inspect(page);

  await page.goto(questions);
  await press(page, 'Move up (question “When did you last take a bus?”)');
  await press(page, 'Copy (question “Where do you live?”)');
  await page.getByRole('link', { name: 'Change (question “Where do you live?”)' }).first().click();
  await inspect(page);
  await page.goto(questions);
  await page.getByRole('link', { name: 'Change (section “The bus stop”)' }).click();
  await inspect(page);
  await page.goto(questions);
  await page.getByRole('link', { name: 'Remove (question “Which corner is best?”)' }).click();
  await inspect(page);
  await page.goto(questions.replace('/questions', '/preview'));
  expect(await page.getByLabel('North').count()).toBe(1);
  await inspect(page);
});

test('the promised language is written beside the original, and what was typed survives a refusal', async () => {
  const page = await browser.page();
  const questions = await begin(page);
  const languages = questions.replace('/questions', '/languages');
  await page.goto(languages);
  await inspect(page);
  await page.getByLabel('اردو').check();
  await press(page, 'Save the languages');
  await inspect(page);
  await page.getByRole('link', { name: 'Translate into Urdu' }).click();
  const field = page.getByLabel('Title in Urdu');
  expect(await field.getAttribute('dir')).toBe('rtl');
  await field.fill('بس سٹاپ کہاں ہو');
  await press(page, 'Save and stay here');
  expect(await page.textContent('main')).toContain('One text saved.');
  expect(await page.textContent('main')).toContain(
    'This stands in the original but not in the translation: 2027',
  );
  await inspect(page);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Title in Urdu').fill('بس سٹاپ 2027');
  await press(other, 'Save and stay here');
  await field.fill('بس سٹاپ کہاں ہو؟ 2027');
  await press(page, 'Save and stay here');
  expect(await page.textContent('main')).toContain('A translation of this was saved while you were writing');
  expect(await field.inputValue()).toBe('بس سٹاپ کہاں ہو؟ 2027');
  await inspect(page);
  await page.getByLabel('Checked by a person').check();
  await press(page, 'Save and finish');
  await inspect(page);
  expectAllInspected('writing-questions');
});
