import { randomUUID } from 'node:crypto';
import type { Page, Visitor } from './visitor';

/** Answers to the pages of `aDocument`'s questionnaire that need one. */
export const answers = {
  hours: { 'q-option': 'mornings' },
  more: {},
  about: { standing: 'individual' },
  publishing: {},
};
type Answers = typeof answers;
type Given = { [Page in keyof Answers]?: Record<string, string | string[]> };

/** A visitor who has pressed "Start". */
export async function start(
  hub: { visitor(): Visitor },
  slug: string,
  { language = '', via }: { language?: '' | '/cy' | '/ur'; via?: string } = {},
): Promise<Visitor> {
  const visitor = hub.visitor();
  await expectRedirect(await visitor.post(`${language}/respond/${slug}`, { via }));
  return visitor;
}

/** Fills in every page up to checking. */
export async function answerAll(
  visitor: Visitor,
  slug: string,
  given: Given = {},
  language = '',
): Promise<void> {
  const page = (path: string, fields: Record<string, string | string[]>) =>
    visitor.post(`${language}/respond/${slug}/${path}`, fields);
  await expectRedirect(await page('section/hours', { ...answers.hours, ...given.hours }));
  await expectRedirect(await page('section/more', { ...answers.more, ...given.more }));
  await expectRedirect(await page('about', { ...answers.about, ...given.about }));
  await expectRedirect(await page('publishing', { ...answers.publishing, ...given.publishing }));
}

/** Presses "Send" on the page where answers are checked. */
export async function send(visitor: Visitor, slug: string, language = ''): Promise<Page> {
  const check = await visitor.get(`${language}/respond/${slug}/check`);
  return visitor.post(`${language}/respond/${slug}/check`, { key: keyOf(check) });
}

/** A visitor who has sent a response; what the receipt says. */
export async function sendAll(
  hub: { visitor(): Visitor },
  slug: string,
  given: Given = {},
): Promise<{ visitor: Visitor; reference: string; phrase: string }> {
  const visitor = await start(hub, slug);
  await answerAll(visitor, slug, given);
  await expectRedirect(await send(visitor, slug));
  const receipt = await visitor.get(`/respond/${slug}/receipt`);
  const [reference = '', phrase = ''] = [...receipt.document.querySelectorAll('.reference')].map(
    (element) => element.textContent ?? '',
  );
  return { visitor, reference, phrase };
}

/** Has a link sent to the answer that a visitor writes: its path, as the e-mail has it. */
export async function linkToSaved(
  hub: { runJobs(): Promise<unknown>; mailbox(): Promise<{ to: string; text: string }[]> },
  visitor: Visitor,
  slug: string,
  email = `${randomUUID()}@example.org`,
): Promise<string> {
  const page = await visitor.get(`/respond/${slug}/save`);
  await expectRedirect(await visitor.post(`/respond/${slug}/save`, { key: keyOf(page), email }));
  await hub.runJobs();
  const message = (await hub.mailbox()).findLast(({ to }) => to === email);
  const link = /https?:\/\/\S+\/resume\/\S+/.exec(message?.text ?? '')?.[0];
  if (!link) throw new Error(`No link for ${email}`);
  return new URL(link).pathname;
}

/** The key that ties a page's form to its draft. */
export function keyOf(page: Page): string {
  return page.document.querySelector('input[name=key]')?.getAttribute('value') ?? '';
}

async function expectRedirect(page: Page): Promise<void> {
  if (page.status !== 303) throw new Error(`Expected 303, got ${page.status}: ${page.text().slice(0, 400)}`);
}
