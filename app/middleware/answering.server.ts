import { href, redirect, type RouterContextProvider } from 'react-router';
import { stepPath } from '~/components/respond/step-path';
import { HubError } from '~/domain/hub-error';
import type { Questionnaire } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { isOpenTo, journeyOf, type Draft, type Journey, type Step } from '~/domain/response';
import { loadDraft } from '~/domain/response/response-draft.server';
import { addressIn, type Language } from '~/domain/translation';
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
export function requireReached<Each extends Step>(
  args: Pick<Args, 'params' | 'context'>,
  { journey }: Answering,
  step: Each | undefined,
): Each {
  if (step && isOpenTo(journey, step)) return step;
  throw redirect(stepAddress(args, journey.reached), 303);
}

/** The sent answer of this browser; without one the way leads to where the answer stands. */
export async function openSent(args: Args): Promise<{ draft: Draft; language: Language }> {
  const draft = await draftFor(args);
  if (!draft) throw redirect(startAddress(args, 'no-draft'), 303);
  if (draft.submittedAt) return { draft, language: args.context.get(requestFacts).language };
  const { journey } = await answeringOf(args, draft);
  throw redirect(stepAddress(args, journey.reached), 303);
}

/**
 * Refuses a form that was opened for another answer: someone else began one on this computer, or in another tab.
 * @throws HubError `draft-replaced` (409)
 */
export function requireOwnForm(fields: FormData, draft: Draft, { isKeyNeeded = false } = {}): void {
  const key = fields.get('key');
  if (key === draft.id || (key === null && !isKeyNeeded)) return;
  throw new HubError('draft-replaced', { status: 409 });
}

/** Where to go once a page is saved: back to checking for who came from there, else on to the next page. */
export function addressAfter(args: Args, journey: Journey, next: Step | undefined): string {
  const isChanging = comesFromCheck(args.request);
  const target = isChanging || !next || !isOpenTo(journey, next) ? journey.reached : next;
  return stepAddress(args, target) + (isChanging && target.page !== 'check' ? FROM_CHECK : '');
}

/** Marks a page that was opened to change one answer while checking. */
const FROM_CHECK = '?from=check';

/** Whether the page was opened to change one answer while checking. */
export function comesFromCheck(request: Request): boolean {
  return new URL(request.url).searchParams.get('from') === 'check';
}

/** The address of a form that is shown once more, naming the questions that its answers opened. */
export function sameAddress(request: Request, opened: string): string {
  const { pathname, searchParams } = new URL(request.url);
  const from = searchParams.get('from') === 'check' ? '&from=check' : '';
  return `${pathname}?opened=${opened}${from}`;
}

export function startAddress(
  args: Pick<Args, 'params' | 'context'>,
  note?: 'no-draft' | 'link-unknown',
): string {
  return withNote(localAddress(args, href('/respond/:slug', { slug: args.params.slug })), note);
}

export function receiptAddress(
  args: Pick<Args, 'params' | 'context'>,
  note?: 'sent-before' | 'repeated',
): string {
  return withNote(localAddress(args, href('/respond/:slug/receipt', { slug: args.params.slug })), note);
}

export function saveAddress(args: Pick<Args, 'params' | 'context'>): string {
  return localAddress(args, href('/respond/:slug/save', { slug: args.params.slug }));
}

/** The page that asks, where another answer is in the way of the one that a link leads to. */
export function resumeAddress(args: Pick<Args, 'params' | 'context'>): string {
  return localAddress(args, href('/respond/:slug/resume', { slug: args.params.slug }));
}

export function equalityAddress(args: Pick<Args, 'params' | 'context'>): string {
  return localAddress(args, href('/respond/:slug/equality', { slug: args.params.slug }));
}

export function stepAddress(args: Pick<Args, 'params' | 'context'>, step: Step): string {
  return localAddress(args, stepPath(args.params.slug, step));
}

function localAddress({ context }: Pick<Args, 'context'>, path: string): string {
  return addressIn(context.get(requestFacts).language, path);
}

const withNote = (address: string, note: string | undefined) => (note ? `${address}?note=${note}` : address);
