import { expect, test } from 'vitest';
import { database } from '~/platform/database/database.server';
import { aBody, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Page, Visitor } from '#/test/support/visitor';

const hub = useHub();

/** Fills in a page's form and presses its first button: hidden fields and what stands in the others are sent along. */
async function fillIn(
  browser: Visitor,
  page: Page,
  path: string,
  typed: Record<string, string>,
): Promise<Page> {
  const fields: Record<string, string> = {};
  for (const control of page.document.querySelectorAll(
    'main form[method=post] input, main form textarea, main form select',
  )) {
    const isUnchosen =
      /radio|checkbox/.test(control.getAttribute('type') ?? '') && !control.hasAttribute('checked');
    const name = control.getAttribute('name');
    if (!name || isUnchosen) continue;
    const chosen = control.querySelector('option[selected]')?.getAttribute('value');
    fields[name] = chosen ?? control.getAttribute('value') ?? control.textContent ?? '';
  }
  const sent = await browser.post(path, { ...fields, ...typed });
  expect(sent.status, sent.text()).toBe(303);
  return sent.follow();
}

test('a first-time officer publishes a consultation of five questions by following the next step', async () => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const approver = await aPerson({ body, roles: ['approver'] });
  const browser = await hub.signIn(author);
  const start = '/officer/consultations/new';
  const begun = await browser.post(start, { title: 'A pond for the park', originalLanguage: 'en' });
  const at = begun.location!;
  let page = await begun.follow();
  const nextStep = () => page.document.querySelector('.panel .button')!.getAttribute('href')!;
  expect(nextStep()).toBe(`${at}/plan/people`);

  const plan: Record<string, Record<string, string>> = {
    people: {
      summary: 'Should the park have a pond?',
      purpose: 'To decide on the park’s plan',
      audience: 'Everyone who uses the park',
      affected: 'Families with small children; people who use wheelchairs',
      level: 'consult',
      influence: 'Your answers decide whether a pond is planned',
    },
    change: { openToChange: 'Whether and where', alreadyDecided: 'The park stays open' },
    case: {
      issues: 'The meadow floods',
      evidenceFor: 'Water counts',
      evidenceAgainst: 'Cost of upkeep',
      restrictions: 'No more than £20,000',
      earlierConsultations: 'None',
      publicInvolvement: 'A walk in the park in May',
    },
    options: {},
    methods: { publicityPlan: 'Posters at the gates', feedbackPlan: 'Posters at the gates' },
    timetable: { decisionMaker: 'The parks committee', howDeciderTookPart: 'It asked for this plan' },
    contact: { 'replies.address': 'Parks, Town Hall' },
    silence: {},
    records: {},
  };
  for (const [section, typed] of Object.entries(plan)) {
    const path = `${at}/plan/${section}`;
    page = await fillIn(browser, await browser.get(path), path, typed);
  }
  page = await browser.get(at);
  expect(nextStep()).toBe(`${at}/questions`);

  await fillIn(browser, await browser.get(`${at}/questions`), `${at}/questions`, {
    do: 'add-section',
    title: 'The pond',
  });
  const adding = `${at}/questions/sections/s1/add`;
  for (const number of [1, 2, 3, 4, 5]) {
    await fillIn(browser, await browser.get(adding), adding, {
      type: 'long-text',
      label: `Question ${number}?`,
      next: 'another',
    });
  }
  page = await browser.get(at);
  expect(nextStep()).toBe(`${at}/approval`);
  await fillIn(browser, await browser.get(`${at}/approval`), `${at}/approval`, { intent: 'ask' });

  const second = await hub.signIn(approver);
  const asked = await second.get(`${at}/approval`);
  const published = await fillIn(second, asked, `${at}/approval`, { decision: 'approve' });
  expect(published.text()).toContain('Text and questions are frozen');
  const { slug, opensAt } = await database().consultation.findUniqueOrThrow({
    where: { id: at.split('/').at(-1)! },
  });
  expect(slug).toBe('a-pond-for-the-park');
  expect(opensAt).toEqual(new Date('2026-06-15T08:00:00Z'));
  const publicPage = await hub.visitor().get(`/consultations/${slug}`);
  expect(publicPage.text()).toContain('Should the park have a pond?');
});
