import { expect, test } from 'vitest';
import { createLog, withRequestId } from '~/platform/log.server';

function aLog() {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  return { log, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('an entry is one line of JSON with its level and instant', () => {
  const { log, entries } = aLog();

  log.info({ port: 3000 }, 'listening');
  log.debug('not said');

  expect(entries()).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/) as string, port: 3000, msg: 'listening' },
  ]);
});

test('what is logged during a request carries its id, also after waiting', async () => {
  const { log, entries } = aLog();

  await Promise.all(
    ['one', 'two'].map((id) =>
      withRequestId(id, async () => {
        await Promise.resolve();
        log.info({ said: id }, 'answered');
      }),
    ),
  );
  log.info('outside');

  expect(entries().map(({ said, requestId }) => [said, requestId])).toEqual([
    ['one', 'one'],
    ['two', 'two'],
    [undefined, undefined],
  ]);
});

test('secrets, addresses and values that PostgreSQL quotes are hidden', () => {
  const { log, entries } = aLog();
  const error = Object.assign(new Error('duplicate key'), {
    detail: 'Key (email)=(ann@example.org) already exists.',
  });

  log.info({
    token: 'ann-1',
    request: { headers: { cookie: 'ann-2', host: 'hub' } },
    person: { email: 'ann@example.org', password: 'ann-3', role: 'officer' },
    err: error,
  });

  expect(JSON.stringify(entries())).not.toMatch(/ann/);
  expect(entries()[0]).toMatchObject({ person: { role: 'officer' }, request: { headers: { host: 'hub' } } });
});
