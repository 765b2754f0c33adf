import { href, redirect, type RouterContextProvider } from 'react-router';
import { addressIn } from '~/domain/translation';
import { formatDay, instantParts, deadlineParts } from '~/domain/deadline';
import { tracedResponse } from '~/domain/response/traced-response-queries.server';
import { traceCookieOf } from './answering-cookies.server';
import { requestFacts } from './context';

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** The response that this browser opened with reference and phrase; without one the way leads to asking for them. */
export async function openTraced({ request, context }: Args) {
  const { language } = context.get(requestFacts);
  const traced = await tracedResponse(traceCookieOf(request));
  if (!traced) throw redirect(addressIn(language, href('/your-response')), 303);
  const { zone, receivedPrecision, withdrawnAt, reportedAt, feedbackOn } = traced;
  const instant = (at: Date) => ({ ...instantParts(toInstant(at), zone, language), zone });
  return {
    id: traced.id,
    slug: traced.slug,
    title: traced.title,
    originalLanguage: traced.originalLanguage,
    reference: traced.reference,
    fate: traced.fate,
    isClosed: traced.isClosed,
    isLate: traced.isLate,
    lateDecision: traced.lateDecision,
    exclusion: traced.exclusion,
    hasEmail: traced.hasEmail,
    received: instant(traced.receivedAt),
    isReceivedDayOnly: receivedPrecision === 'day',
    isReplaced: traced.isReplaced,
    withdrawn: withdrawnAt && instant(withdrawnAt),
    deadline: { ...deadlineParts(toInstant(traced.closesAt), zone, language), zone },
    feedbackOn: feedbackOn && formatDay(feedbackOn, language),
    isReported: reportedAt !== null,
    mayChange: !traced.isClosed && withdrawnAt === null,
  };
}

export function statusAddress({ context }: Pick<Args, 'context'>): string {
  return addressIn(context.get(requestFacts).language, href('/your-response/status'));
}

const toInstant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
