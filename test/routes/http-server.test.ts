import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fetch } from 'undici';
import { afterEach, expect, test } from 'vitest';
import type { Handler } from '~/middleware/handler.server';
import { createHttpServer } from '~/middleware/http-server.server';
import { useHub } from '#/test/support/hub';

useHub();
const stops: Array<() => void> = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function serving(handler: Handler): Promise<number> {
  const server = createHttpServer(handler, await mkdtemp(path.join(tmpdir(), 'no-assets-')));
  stops.push(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A file that breaks off after its first bytes. */
function brokenFile(): Response {
  let pulls = 0;
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        if (pulls > 3) controller.error(new Error('the database went away'));
        else controller.enqueue(new Uint8Array(70_000).fill(65));
      },
    }),
    { headers: { 'content-type': 'text/csv' } },
  );
}

test.each(['identity', 'gzip'])('a file that breaks off does not look whole (%s)', async (encoding) => {
  const port = await serving(async () => brokenFile());
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': encoding } });
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
});

test('a question for the head alone gives back what the body would have come from', async () => {
  let isGivenBack = false;
  const body = () => new ReadableStream({ cancel: () => void (isGivenBack = true) });
  const port = await serving(async () => new Response(body()));
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
  expect([answer.status, isGivenBack]).toEqual([200, true]);
});

test('a fault of the hub is not called a fault of the request', async () => {
  const port = await serving(() => Promise.reject(new Error('a fault')));
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(500);
});

test('what is no request is refused', async () => {
  const port = await serving(async () => new Response('never'));
  const socket = connect(port, '127.0.0.1');
  socket.end('GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
});
