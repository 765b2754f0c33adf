import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const isWebAddress = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
const isPostgresAddress = (text: string) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '');
const isMailServerAddress = (text: string) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? '');

const onOff = (mend: string) => z.enum(['on', 'off'], mend).transform((word) => word === 'on');

/** Every setting the hub reads from its environment. `docs/configuration.md` says the same; a test compares them. */
export const environmentSchema = z.object({
  PUBLIC_URL: z
    .string()
    .refine(isWebAddress, 'must be an address like https://consultations.example.gov.uk')
    .optional()
    .describe('The address people use. With https the hub runs for real; without, it is a sample hub.'),
  PORT: z.coerce
    .number('must be a number from 0 to 65535')
    .int('must be a whole number')
    .min(0, 'must be a number from 0 to 65535')
    .max(65_535, 'must be a number from 0 to 65535')
    .default(3000)
    .describe('The port to listen on; 0 takes any free one.'),
  HOST: z
    .string()
    .optional()
    .describe('The network address to listen on: 127.0.0.1, or 0.0.0.0 when PUBLIC_URL is set.'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresAddress, 'must be an address like postgresql://hub:password@database.example/hub')
    .optional()
    .describe('A PostgreSQL 18 server, which any number of hubs share. Without it the hub runs its own.'),
  HUB_FOLDER: z
    .string()
    .default('.hub')
    .describe(
      "Where the hub keeps its own database and, on a sample hub, its secret. Relative to where it's started.",
    ),
  HUB_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; make one with: openssl rand -base64 32')
    .optional()
    .describe(
      'Signs sessions and guards phrases, at least 32 characters. All hubs on one database have the same.',
    ),
  SMTP_URL: z
    .string()
    .refine(isMailServerAddress, 'must be an address like smtp://user:password@mail.example:587')
    .optional()
    .describe('The mail server. Without it a sample hub keeps its e-mails in a mailbox on its own pages.'),
  MAIL_FROM: z
    .string()
    .refine((text) => /[^\s@<]@[^\s@>]/.test(text), 'must hold an e-mail address')
    .optional()
    .describe(
      'The sender of all e-mails: an address, or "Name <address>". By default no-reply at the host of PUBLIC_URL.',
    ),
  TRUSTED_PROXY: z
    .enum(['0', '1'], 'must be 1 behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto, otherwise 0')
    .default('0')
    .transform((digit) => digit === '1')
    .describe('1 to believe X-Forwarded-For and X-Forwarded-Proto, when a proxy of yours sets them.'),
  WORKER: onOff('must be on or off')
    .default(true)
    .describe('off when another process does the jobs; at least one must.'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'must be trace, debug, info, warn, error or silent',
    )
    .default('info')
    .describe('How much the log says.'),
  HUB_NAME: z.string().default('Consultation hub').describe('The name of the hub, on every page and e-mail.'),
  HUB_ZONE: z
    .string()
    .refine(isZone, 'must be a time zone like Europe/London')
    .default('Europe/London')
    .describe('The time zone of deadlines and dates.'),
  HUB_SAMPLE: onOff('must be on or off')
    .optional()
    .describe('off to start a sample hub without its sample content. Never on with an https PUBLIC_URL.'),
});

/** What the hub was told, checked. */
export interface Configuration {
  /** True with an https address: no sample, no mailbox on pages, and staff sign in with a second factor. */
  readonly isProduction: boolean;
  readonly isSample: boolean;
  /** Whether to fill an empty database with sample content. */
  readonly loadsSample: boolean;
  readonly publicUrl: URL | undefined;
  /** Where links in e-mails lead: PUBLIC_URL, or this machine. */
  readonly baseUrl: URL;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly folder: string;
  readonly secret: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly trustedProxy: boolean;
  readonly runsWorker: boolean;
  readonly logLevel: string;
  readonly zone: string;
  readonly name: string;
  readonly requiresSecondFactor: boolean;
}

/** All that is wrong with the environment, one line each, to be shown without a stack. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The hub cannot start with these settings:', ...problems.map((line) => `  ${line}`)].join('\n'));
    this.problems = problems;
  }
}

/** The configuration that an environment describes. Pure. An empty setting counts as not set. @throws {ConfigurationError} */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...productionProblems(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);

  const settings = parsed.data;
  const publicUrl = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL) : undefined;
  const baseUrl = publicUrl ?? new URL(`http://localhost:${settings.PORT}`);
  const isProduction = publicUrl?.protocol === 'https:';
  return {
    isProduction,
    isSample: !isProduction,
    loadsSample: !isProduction && settings.HUB_SAMPLE !== false,
    publicUrl,
    baseUrl,
    host: settings.HOST ?? (publicUrl ? '0.0.0.0' : '127.0.0.1'),
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    folder: path.resolve(settings.HUB_FOLDER),
    secret: settings.HUB_SECRET,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? `${JSON.stringify(settings.HUB_NAME)} <no-reply@${baseUrl.hostname}>`,
    trustedProxy: settings.TRUSTED_PROXY,
    runsWorker: settings.WORKER,
    logLevel: settings.LOG_LEVEL,
    zone: settings.HUB_ZONE,
    name: settings.HUB_NAME,
    requiresSecondFactor: isProduction,
  };
}

/** What a hub with an https address must have, and must not. */
function productionProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  if (URL.parse(given['PUBLIC_URL'] ?? '')?.protocol !== 'https:') return [];
  const problems: string[] = [];
  if (!given['SMTP_URL'])
    problems.push('SMTP_URL must be set with an https PUBLIC_URL: e-mails have to reach people');
  if (!given['HUB_SECRET']) {
    problems.push('HUB_SECRET must be set with an https PUBLIC_URL; make one with: openssl rand -base64 32');
  }
  if (given['HUB_SAMPLE'] === 'on') {
    problems.push('HUB_SAMPLE must not be on with an https PUBLIC_URL: its people have known passwords');
  }
  return problems;
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

let configured: (Configuration & { readonly secret: string }) | undefined;

/**
 * The configuration of this process, read once: the only place that looks at the environment. A sample hub that was given no secret makes
 * one the first time and keeps it in its folder.
 *
 * @throws {ConfigurationError}
 */
export function configuration(): Configuration & { readonly secret: string } {
  if (!configured) {
    const read = readConfiguration(process.env);
    configured = { ...read, secret: read.secret ?? keptSecret(read.folder) };
  }
  return configured;
}

/** The secret in `<folder>/secret`, readable by the hub alone; made when there is none. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
