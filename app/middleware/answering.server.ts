import { href, redirect, type RouterContextProvider } from 'react-router';
import { stepPath } from '~/components/respond/step-path';
import { addressIn } from '~/components/translator';
import { HubError } from '~/domain/hub-error';
import type { Questionnaire } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { isOpenTo, journeyOf, type Journey, type Step } from '~/domain/response';
import { loadDraft, type Draft } from '~/domain/response/response-draft.server';
import type { Language } from '~/domain/translation';
import { draftCookieOf } from './answering-cookies.server';
import { requestFacts } from './context';

type Args = { request: Request; params: { slug: string }; context: Readonly<RouterContextProvider> };

/** An answer being written: what a page of it works with. */
export type Answering = { draft: Draft; questionnaire: Questionnaire; journey: Journey; language: Language };

/**
 * The answer that this browser is writing to the consultation of the address. Without one the way leads to the start
 * page; an answer that was sent leads to its receipt.
 */
export async function openAnswering(args: Args): Promise<Answering> {
  const draft = await draftFor(args);
  if (!draft) throw redirect(startAddress(args, 'no-draft'), 303);
  if (draft.submittedAt) throw redirect(receiptAddress(args, 'sent-before'), 303);
  return answeringOf(args, draft);
}

/** A draft with its questions and where it stands. */
export async function answeringOf({ context }: Pick<Args, 'context'>, draft: Draft): Promise<Answering> {
  const questionnaire = await frozenQuestionnaire(draft.questionnaireVersionId);
  const { language } = context.get(requestFacts);
  return { draft, questionnaire, journey: journeyOf(questionnaire, draft), language };
}

/** The draft of this browser, if it is one for the consultation of the address. */
export async function draftFor({ request, params }: Args): Promise<Draft | undefined> {
  const draft = await loadDraft(draftCookieOf(request));
  return draft?.slug === params.slug ? draft : undefined;
}

/** Turns away from a page whose turn has not come, to the first that still needs something. */
export function requireReached(args: Args, { journey }: Answering, step: Step | undefined): Step {
  if (step && isOpenTo(journey, step)) return step;
  throw redirect(stepAddress(args, journey.reached), 303);
}

/** The step of one of the pages that are no section; nothing where this answer has no such page. */
export function stepNamed({ journey }: Answering, page: Exclude<Step['page'], 'section'>): Step | undefined {
  return journey.steps.find((step) => step.page === page);
}

/**
 * Refuses a form that was opened for another answer: someone else began one on this computer, or in another tab.
 * @throws HubError `draft-replaced` (409)
 */
export function requireOwnForm(fields: FormData, draft: Draft): void {
  const key = fields.get('key');
  if (key !== null && key !== draft.id) throw new HubError('draft-replaced', { status: 409 });
}

/** Where to go once a page is saved: back to checking for who came from there, else on to the next page. */
export function addressAfter(args: Args, journey: Journey, next: Step | undefined): string {
  const isChanging = comesFromCheck(args.request);
  const target = isChanging || !next || !isOpenTo(journey, next) ? journey.reached : next;
  return stepAddress(args, target) + (isChanging && target.page !== 'check' ? '?from=check' : '');
}

/** Whether the page was opened to change one answer while checking. */
export function comesFromCheck(request: Request): boolean {
  return new URL(request.url).searchParams.get('from') === 'check';
}

/** What a redirect asks the page to say; any other word says nothing. */
export function noteOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('note') ?? undefined;
}

export function startAddress(args: Pick<Args, 'params' | 'context'>, note?: 'no-draft'): string {
  return withNote(localAddress(args, href('/respond/:slug', { slug: args.params.slug })), note);
}

export function receiptAddress(
  args: Pick<Args, 'params' | 'context'>,
  note?: 'sent-before' | 'repeated',
): string {
  return withNote(localAddress(args, href('/respond/:slug/receipt', { slug: args.params.slug })), note);
}

export function stepAddress(args: Pick<Args, 'params' | 'context'>, step: Step): string {
  return localAddress(args, stepPath(args.params.slug, step));
}

function localAddress({ context }: Pick<Args, 'context'>, path: string): string {
  return addressIn(context.get(requestFacts).language, path);
}

const withNote = (address: string, note: string | undefined) => (note ? `${address}?note=${note}` : address);
