import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  ConfigurationError,
  environmentSchema,
  keptSecret,
  readConfiguration,
} from '~/platform/configuration.server';

const forReal = {
  PUBLIC_URL: 'https://consultations.example.gov.uk',
  SMTP_URL: 'smtp://mail.example:587',
  HUB_SECRET: 'a secret of more than thirty-two characters',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfiguration(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

test('with nothing set it is a sample hub that only this machine can reach', () => {
  expect(readConfiguration({})).toMatchObject({
    isProduction: false,
    isSample: true,
    loadsSample: true,
    requiresSecondFactor: false,
    host: '127.0.0.1',
    port: 3000,
    baseUrl: new URL('http://localhost:3000'),
    folder: path.resolve('.hub'),
    databaseUrl: undefined,
    secret: undefined,
    trustedProxy: false,
    runsWorker: true,
    zone: 'Europe/London',
  });
});

test('an https address makes it a hub for real, with a second factor and without a sample', () => {
  expect(readConfiguration(forReal)).toMatchObject({
    isProduction: true,
    isSample: false,
    loadsSample: false,
    requiresSecondFactor: true,
    host: '0.0.0.0',
    mailFrom: '"Consultation hub" <no-reply@consultations.example.gov.uk>',
  });
});

test('an http address leaves it a sample hub', () => {
  expect(readConfiguration({ PUBLIC_URL: 'http://hub.local:3000' })).toMatchObject({
    isProduction: false,
    host: '0.0.0.0',
    baseUrl: new URL('http://hub.local:3000'),
  });
});

test('the sample content can be left out of a sample hub', () => {
  expect(readConfiguration({ HUB_SAMPLE: 'off' })).toMatchObject({ isSample: true, loadsSample: false });
});

test('a hub for real refuses to start without mail and secret, or with the sample, and says all of it', () => {
  expect(problemsOf({ PUBLIC_URL: 'https://hub.example', HUB_SAMPLE: 'on' })).toEqual([
    expect.stringMatching(/^SMTP_URL must be set/),
    expect.stringMatching(/^HUB_SECRET must be set/),
    expect.stringMatching(/^HUB_SAMPLE must not be on/),
  ]);
});

test('problems of every kind are told together, one line each, naming the setting', () => {
  const env = {
    ...forReal,
    SMTP_URL: '',
    PORT: 'eighty',
    HUB_SECRET: 'short',
    HUB_ZONE: 'Europe/Cardiff',
    WORKER: 'yes',
  };

  expect(problemsOf(env).map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'HUB_SECRET',
    'WORKER',
    'HUB_ZONE',
    'SMTP_URL',
  ]);
  expect(new ConfigurationError(problemsOf(env)).message.split('\n')).toHaveLength(6);
});

test.each([
  ['DATABASE_URL', 'mysql://x'],
  ['SMTP_URL', 'mail.example'],
  ['PUBLIC_URL', 'consultations.example.gov.uk'],
  ['PORT', '65536'],
  ['MAIL_FROM', 'the council'],
  ['TRUSTED_PROXY', 'true'],
  ['LOG_LEVEL', 'loud'],
])('%s refuses %s', (key, value) => {
  expect(problemsOf({ [key]: value })).toEqual([expect.stringMatching(new RegExp(`^${key} must`))]);
});

test('a secret is never quoted in the message', () => {
  expect(problemsOf({ HUB_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
});

test('a sample hub makes its secret once and keeps it to itself', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-secret-'));
  try {
    const secret = keptSecret(folder);

    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(keptSecret(folder)).toBe(secret);
    expect((await stat(path.join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('docs/configuration.md describes every setting as the code does', async () => {
  const table = (await readFile('docs/configuration.md', 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, setting, , meaning]) => [setting?.replaceAll('`', ''), meaning]);

  expect(table).toEqual(
    Object.entries(environmentSchema.shape).map(([setting, schema]) => [setting, schema.description]),
  );
});
