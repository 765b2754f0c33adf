import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import {
  ServerRouter,
  isRouteErrorResponse,
  type EntryContext,
  type RouterContextProvider,
} from 'react-router';
import { requestFacts } from '~/middleware/context';
import { contentPolicy } from '~/middleware/security-headers.server';
import { loggedPath } from '~/middleware/logged-path';
import { log } from '~/platform/log.server';
import { hasOwnScript, wantsScripts } from '~/components/scripts';

/** Pages without script are rendered in one go (faster, and nothing streams); the others stream, or they never hydrate. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
) {
  const handles = entry.staticHandlerContext.matches.map((match) => ({
    handle: entry.routeModules[match.route.id]?.handle,
  }));
  const nonceOf = (isNeeded: boolean) => (isNeeded ? context.get(requestFacts).nonce : undefined);
  const nonce = nonceOf(wantsScripts(handles));
  const page = <ServerRouter context={entry} url={request.url} nonce={nonce} />;
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', contentPolicy(nonce ?? nonceOf(hasOwnScript(handles))));
  if (!nonce) {
    return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers });
  }
  return new Promise<Response>((resolve, reject) => {
    const stream = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        resolve(
          new Response(createReadableStreamFromReadable(stream.pipe(new PassThrough())), { status, headers }),
        );
      },
      onShellError: reject,
    });
  });
}

/** Errors of the hub's own are logged with the request's id; those made on purpose (4xx) are not. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error({ err: error, path: loggedPath(request.url) });
}
