import { randomBytes, randomUUID } from 'node:crypto';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { languageOfPath, translatorOf } from '~/components/translator';
import { isLanguage, LANGUAGES, type Language } from '~/domain/translation';
import { log } from '~/platform/log.server';
import { answerRefusals } from './answer-refusals.server';
import { requestFacts, translate } from './context';
import type { PageCache } from './page-cache.server';
import { loggedPath } from './logged-path';
import { securityHeaders } from './security-headers.server';

export type Handler = (request: Request, client: { address: string }) => Promise<Response>;

/**
 * The hub as one function from request to response: what the HTTP server and the tests call. Every response carries its
 * request id and the security headers. With `pages`, public pages are remembered.
 */
export function createHandler(build: ServerBuild, pages?: PageCache): Handler {
  const answering = answerRefusals(build);
  const handlers = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      createRequestHandler(inOneLanguage(answering, language), 'production'),
    ]),
  ) as Record<Language, ReturnType<typeof createRequestHandler>>;
  return async (request, client) => {
    const startedAt = performance.now();
    const { pathname } = new URL(request.url);
    const language = languageOfPath(pathname);
    const requestId = randomUUID();
    const nonce = randomBytes(16).toString('base64');
    const context = new RouterContextProvider();
    context.set(requestFacts, { requestId, nonce, language, clientAddress: client.address });
    context.set(translate, translatorOf(language).t);

    const render = async () => {
      const rendered = await handlers[language](request, context);
      securityHeaders(rendered.headers);
      return rendered;
    };
    const response = await (pages ? pages.answer(request, render) : render());
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

/**
 * The site map holds every address once per language, and all of a map's addresses are looked at for each request: each
 * language is answered from its own third.
 */
function inOneLanguage(build: ServerBuild, language: Language): ServerBuild {
  const ofLanguage = <Entry>(routes: Record<string, Entry>) =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => {
        const [branch = ''] = id.split('/');
        return !isLanguage(branch) || branch === language;
      }),
    );
  return {
    ...build,
    routes: ofLanguage(build.routes),
    assets: { ...build.assets, routes: ofLanguage(build.assets.routes) },
  };
}
