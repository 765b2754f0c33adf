import { href, redirect, type RouterContextProvider } from 'react-router';
import type { FoundDraft } from '~/components/respond/start-choice';
import { addressIn } from '~/domain/translation';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { journeyOf, type Draft } from '~/domain/response';
import { loadDraft } from '~/domain/response/response-draft.server';
import { startDraft } from '~/domain/response/start-draft.server';
import { draftCookieOf, keepDraft } from './answering-cookies.server';
import { answeringOf, receiptAddress, startAddress, stepAddress } from './answering.server';
import { requestFacts } from './context';

type Args = { request: Request; params: { slug: string }; context: Readonly<RouterContextProvider> };

/** The answer that this browser holds, if any. One to another consultation is of no concern here if nothing of it can be lost. */
export async function findDraft(args: Args): Promise<FoundDraft | undefined> {
  const draft = await loadDraft(draftCookieOf(args.request));
  if (!draft) return undefined;
  if (draft.slug !== args.params.slug) {
    const { language } = args.context.get(requestFacts);
    const continueAt = addressIn(language, href('/respond/:slug', { slug: draft.slug }));
    return draft.submittedAt || draft.hasLink
      ? undefined
      : { kind: 'elsewhere', key: draft.id, title: draft.title, continueAt };
  }
  if (draft.submittedAt) return { kind: 'sent', receiptAt: receiptAddress(args) };
  const { journey } = await answeringOf(args, draft);
  return {
    kind: 'unsent',
    key: draft.id,
    hasLink: draft.hasLink,
    continueAt: stepAddress(args, journey.reached),
  };
}

/**
 * Begins an answer and leads to its first page. One that this browser holds unsent is replaced only where the form says
 * which (field `replace`): a start page left open in another tab deletes nothing.
 * @throws as startDraft
 */
export async function startAnswer(args: Args, fields: FormData): Promise<Response> {
  const cookie = draftCookieOf(args.request);
  const held = await loadDraft(cookie);
  if (held && hangsOnCookie(held) && fields.get('replace') !== held.id)
    return redirect(startAddress(args), 303);
  const { draft, setCookie } = await beginDraft(args, { via: textOf(fields, 'via'), replaced: cookie });
  const questionnaire = await frozenQuestionnaire(draft.questionnaireVersionId);
  const { reached } = journeyOf(questionnaire, { answers: {}, visited: [], about: {} });
  return redirect(stepAddress(args, reached), { status: 303, headers: { 'set-cookie': setCookie } });
}

/** A new draft in the language of the page, with the cookie that names it. */
export async function beginDraft(
  { params, context }: Args,
  { via, replaced }: { via?: string | undefined; replaced?: string | undefined } = {},
) {
  const { language } = context.get(requestFacts);
  const draft = await startDraft({ slug: params.slug, language, via, replaced });
  return { draft, setCookie: keepDraft(draft.cookie) };
}

/** Whether something was written that would be lost with the browser's cookie. */
export function hangsOnCookie({ submittedAt, hasLink, answers, visited, about }: Draft): boolean {
  const holdsWords = visited.length > 0 || Object.keys(answers).length > 0 || about.standing !== undefined;
  return holdsWords && !submittedAt && !hasLink;
}

function textOf(fields: FormData, name: string): string | undefined {
  const value = fields.get(name);
  return typeof value === 'string' ? value : undefined;
}
