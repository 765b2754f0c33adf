import { createServer } from 'node:http';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import {
  createRequestHandler,
  Outlet,
  ServerRouter,
  useLoaderData,
  type EntryContext,
  type ServerBuild,
} from 'react-router';

/** The limit of what pages are made with: React Router answering a page of a heading and a sentence, in a process of its own. */
const Document = () =>
  createElement(
    'html',
    { lang: 'en' },
    createElement('head', null, createElement('title', null, 'Bare')),
    createElement('body', null, createElement('main', null, createElement(Outlet))),
  );
const BarePage = () =>
  createElement(
    'div',
    null,
    createElement('h1', null, 'Bare'),
    createElement('p', null, useLoaderData<string>()),
  );

function renderPage(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const page = createElement(ServerRouter, { context, url: request.url });
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers });
}

const build = {
  entry: { module: { default: renderPage } },
  routes: {
    root: { id: 'root', path: '', module: { default: Document } },
    page: {
      id: 'page',
      parentId: 'root',
      index: true,
      module: { default: BarePage, loader: () => 'A sentence.' },
    },
  },
  assets: {
    entry: { imports: [], module: '' },
    routes: Object.fromEntries(
      ['root', 'page'].map((id) => [
        id,
        {
          id,
          parentId: id === 'page' ? 'root' : undefined,
          path: '',
          index: id === 'page',
          module: '',
          hasAction: false,
          hasLoader: id === 'page',
          hasClientAction: false,
          hasClientLoader: false,
          hasClientMiddleware: false,
          hasErrorBoundary: false,
          hasDefaultExport: true,
        },
      ]),
    ),
    url: '',
    version: '',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: 'initial' },
} as unknown as ServerBuild;

const answer = createRequestHandler(build, 'production');
const server = createServer(createRequestListener((request) => answer(request)));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => process.exit(0));
