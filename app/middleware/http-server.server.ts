import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import compression from 'compression';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import { configuration } from '~/platform/configuration.server';
import { log } from '~/platform/log.server';
import { serveAssets } from './assets.server';
import type { Handler } from './handler.server';
import { loggedPath } from './logged-path';

/** The HTTP server: built assets first, then the hub; everything compressed. `clientFolder` holds the built assets. */
export function createHttpServer(handler: Handler, clientFolder: string): Server {
  const answerAsset = serveAssets(clientFolder);
  const compress = compression({ threshold: 512 });
  const server = createServer((request, response) => {
    if (answerAsset(request, response)) return;
    const next = () => void answer(handler, request, response);
    if (request.headers['accept-encoding']) compress(request as never, response as never, next);
    else next();
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  return server;
}

async function answer(handler: Handler, message: IncomingMessage, response: ServerResponse): Promise<void> {
  let request: Request;
  try {
    request = createRequest(message, response, origin(message));
  } catch (error) {
    log.info({ err: error, path: loggedPath(message.url ?? '') }, 'not a request');
    response.writeHead(400).end();
    return;
  }
  try {
    const answered = await handler(request, { address: clientAddress(message) });
    if (message.method === 'HEAD') await answered.body?.cancel(); // nobody reads it: what it streams from is given back
    await sendResponse(response, answered);
  } catch (error) {
    log.error({ err: error, path: loggedPath(message.url ?? '') });
    if (response.headersSent)
      response.destroy(); // cut off, so that a part is not taken for the whole
    else response.writeHead(500).end();
  }
}

/** Behind a trusted proxy, the protocol and host that the reader's browser used. */
function origin(message: IncomingMessage): { protocol?: string; host?: string } {
  const { trustedProxy, publicUrl } = configuration();
  if (publicUrl) return { protocol: publicUrl.protocol, host: publicUrl.host };
  if (!trustedProxy) return {};
  const protocol = message.headers['x-forwarded-proto'];
  const host = message.headers['x-forwarded-host'];
  return {
    ...(typeof protocol === 'string' && { protocol: `${protocol.split(',')[0]}:` }),
    ...(typeof host === 'string' && { host: host.split(',')[0] }),
  };
}

function clientAddress(message: IncomingMessage): string {
  const forwarded = message.headers['x-forwarded-for'];
  if (configuration().trustedProxy && typeof forwarded === 'string') {
    return forwarded.split(',').at(-1)?.trim() ?? '';
  }
  return message.socket.remoteAddress ?? '';
}
