import { randomBytes, randomUUID } from 'node:crypto';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import { translatorOf } from '~/domain/translation/translator';
import { languageOfPath, type Language } from '~/domain/translation';
import { log, withRequestId } from '~/platform/log.server';
import { answerRefusals } from './answer-refusals.server';
import { requestFacts, translate, type RequestFacts } from './context';
import { markForeignForm } from './foreign-form.server';
import { keepOnServer } from './keep-on-server.server';
import type { PageCache } from './page-cache.server';
import { loggedPath } from './logged-path';
import { securityHeaders } from './security-headers.server';
import { siteParts } from './site-parts.server';

/** As the words of `too-many-attempts` say. */
const RETRY_AFTER_SECONDS = 15 * 60;

export type Handler = (request: Request, client: { address: string }) => Promise<Response>;

/**
 * The hub as one function from request to response: what the HTTP server and the tests call. Every response carries its
 * request id and the security headers. With `pages`, public pages are remembered.
 */
export function createHandler(build: ServerBuild, pages?: PageCache): Handler {
  const partFor = siteParts(keepOnServer(answerRefusals(build)));
  return async (asked, client) => {
    const startedAt = performance.now();
    const request = withReadablePath(asked);
    const { pathname } = new URL(request.url);
    const language = languageOfPath(pathname);
    const requestId = randomUUID();
    const context = new RouterContextProvider();
    context.set(requestFacts, factsOf(requestId, language, client.address));
    context.set(translate, translatorOf(language).t);

    const render = async () => {
      const rendered = await partFor(language, pathname)(markForeignForm(request, context), context);
      securityHeaders(rendered.headers);
      if (rendered.status === 429) rendered.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
      return rendered;
    };
    const response = await withRequestId(requestId, () => (pages ? pages.answer(request, render) : render()));
    response.headers.set('x-request-id', requestId);
    log.info({
      requestId,
      method: request.method,
      path: loggedPath(request.url),
      status: response.status,
      milliseconds: Math.round(performance.now() - startedAt),
    });
    return response;
  };
}

/** The nonce is made for the few pages that ship a script, when they ask for it. */
function factsOf(requestId: string, language: Language, clientAddress: string): RequestFacts {
  let nonce: string | undefined;
  return {
    requestId,
    language,
    clientAddress,
    get nonce() {
      return (nonce ??= randomBytes(16).toString('base64'));
    },
  };
}

/**
 * An address whose percent signs mean nothing leads nowhere, like any unknown one: the router would print it as it is,
 * with what may be a token.
 */
function withReadablePath(request: Request): Request {
  const url = new URL(request.url);
  try {
    decodeURIComponent(url.pathname);
    return request;
  } catch {
    url.pathname = url.pathname.replaceAll('%', '%25');
    return new Request(url, request);
  }
}
