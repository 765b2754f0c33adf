import { parseWithZod } from '@conform-to/zod/v4';
import { MultipartParseError } from '@remix-run/multipart-parser';
import { FormDataParseError, parseFormData } from '@remix-run/form-data-parser';
import { data } from 'react-router';
import type { z } from 'zod';
import { HubError, type FieldError, type FieldErrors } from '~/domain/hub-error';

const MAX_FORM_BYTES = 1_000_000;
const MAX_FILE_BYTES = 10_000_000;

/** What is shown again after a refusal: the errors by field ('' for the whole form) and what was typed. */
export type Refusal = { errors: FieldErrors; typed: Record<string, string[]> };

/** A form as it was sent: its fields, and the monotonic time (milliseconds) when all of it had come. */
export type SentForm = { fields: FormData; receivedAtMark: number };

/** What a form may hold besides its fields: no file, unless it asks for some. */
type Allowed = { maxFiles?: number };

/**
 * Reads a form of at most 1 MB, and with it as many files of 10 MB as it asks for.
 * @throws HubError `form-unreadable` (400) for another content type or broken body, `form-too-large` (413).
 */
export async function readForm(request: Request, { maxFiles = 0 }: Allowed = {}): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? '';
  const length = Number(request.headers.get('content-length') ?? 0);
  try {
    if (type.startsWith('application/x-www-form-urlencoded')) {
      if (length > MAX_FORM_BYTES) throw new HubError('form-too-large', { status: 413 });
      const body = await textUpTo(request, MAX_FORM_BYTES);
      const receivedAtMark = performance.now();
      const fields = new FormData();
      for (const [name, value] of new URLSearchParams(body)) fields.append(name, withoutNull(value));
      return { fields, receivedAtMark };
    }
    if (type.startsWith('multipart/form-data')) {
      const sent = await parseFormData(request, {
        maxFiles,
        maxFileSize: maxFiles > 0 ? MAX_FILE_BYTES : MAX_FORM_BYTES,
        maxTotalSize: maxFiles * MAX_FILE_BYTES + MAX_FORM_BYTES,
        maxParts: 2000,
      });
      const receivedAtMark = performance.now();
      const fields = new FormData();
      for (const [name, value] of sent) {
        if (typeof value === 'string') fields.append(name, withoutNull(value));
        else fields.append(name, value, value.name);
      }
      return { fields, receivedAtMark };
    }
  } catch (error) {
    if (error instanceof HubError) throw error;
    if (error instanceof MultipartParseError || error instanceof FormDataParseError) {
      const isSize = /Max(File|Total)Size|exceeds/i.test(
        error.name + error.message + String(error.cause ?? ''),
      );
      throw new HubError(isSize ? 'form-too-large' : 'form-unreadable', {
        status: isSize ? 413 : 400,
        cause: error,
      });
    }
    throw new HubError('form-unreadable', { cause: error });
  }
  throw new HubError('form-unreadable');
}

async function textUpTo(request: Request, limit: number): Promise<string> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw new HubError('form-too-large', { status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** PostgreSQL keeps no NUL in a text. */
const withoutNull = (value: string) => value.replaceAll('\u0000', '');

/** The text fields as typed, to be shown again; by any name, `constructor` too. */
export function typedIn(fields: FormData): Record<string, string[]> {
  const typed = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of fields) if (typeof value === 'string') (typed[name] ??= []).push(value);
  return typed;
}

/**
 * A form read against a schema. Empty fields count as absent, "on" as true, digits as numbers.
 * The messages of the schema are codes of `locales/<language>/errors.json`.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  allowed: Allowed = {},
): Promise<
  | {
      ok: true;
      value: z.output<Schema>;
      fields: FormData;
      typed: Record<string, string[]>;
      /** As {@link SentForm} says. */
      receivedAtMark: number;
    }
  | { ok: false; refusal: ReturnType<typeof refuse>; fields: FormData; typed: Record<string, string[]> }
> {
  const { fields, receivedAtMark } = await readForm(request, allowed);
  const typed = typedIn(fields);
  const submission = parseWithZod(fields, { schema, formatError: (issues: z.core.$ZodIssue[]) => issues[0] });
  if (submission.status === 'success') {
    return { ok: true, value: submission.value as z.output<Schema>, fields, typed, receivedAtMark };
  }
  const errors: FieldErrors = {};
  for (const [name, issue] of Object.entries(submission.error ?? {})) {
    if (issue) errors[name] = fieldErrorOf(issue, missing(typed, name));
  }
  return {
    ok: false,
    refusal: refuse({ errors: { ...filesAgain(fields), ...errors }, typed }),
    fields,
    typed,
  };
}

/** Asks again for the files that came with a refused form: a browser cannot be given them back. */
export function filesAgain(fields: FormData): FieldErrors {
  const sent = [...fields].flatMap(([field, value]) =>
    typeof value === 'string' || value.size === 0 ? [] : [{ field, name: value.name }],
  );
  return Object.fromEntries(sent.map(({ field, name }) => [field, { code: 'file-again', values: { name } }]));
}

const missing = (typed: Record<string, string[]>, name: string) =>
  !typed[name]?.some((value) => value.trim());

/** The message is the code; the values that its words name are the limit of the rule, or what the rule gives in `params`. */
function fieldErrorOf(issue: z.core.$ZodIssue, isMissing: boolean): FieldError {
  const code = /^[a-z0-9-]+$/.test(issue.message) ? issue.message : isMissing ? 'required' : 'invalid';
  if (issue.code === 'too_big') return { code, values: { limit: Number(issue.maximum) } };
  return { code, ...(issue.code === 'custom' && issue.params && { values: issue.params }) };
}

/** A page shown again with what is wrong, in the order of the page; status 400 unless said otherwise. */
export function refuse({ errors, typed }: Refusal, status = 400) {
  return data({ errors: inOrderOfPage(errors, Object.keys(typed)), typed }, { status });
}

/**
 * Mistakes in the order in which a browser posts the fields, so that the summary follows the page. What was not posted (no
 * choice made, no file) stays behind the mistake before it in the order of the rules; that of the whole form is first.
 */
function inOrderOfPage(errors: FieldErrors, posted: string[]): FieldErrors {
  let place = -1;
  const placed = Object.entries(errors).map(([name, error]) => {
    const found = name ? posted.findIndex((key) => isPartOf(key, name) || isPartOf(name, key)) : -1;
    if (found >= 0 || !name) place = found;
    return { name, error, place };
  });
  return Object.fromEntries(placed.sort((a, b) => a.place - b.place).map(({ name, error }) => [name, error]));
}

/** Whether a field is another or a part of it: `closesOn-day` and `title.en` of `closesOn` and `title`. */
const isPartOf = (key: string, name: string) =>
  key.startsWith(name) && (key.length === name.length || '-.['.includes(key.charAt(name.length)));

/**
 * Runs a use case for a form: a HubError about what was typed becomes the page shown again; one about permission
 * or existence becomes its own page.
 */
export async function attempt<Result>(
  form: { typed: Record<string, string[]>; fields?: FormData },
  run: () => Promise<Result>,
): Promise<Result | ReturnType<typeof refuse>> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof HubError) || [401, 403, 404].includes(error.status)) throw error;
    const fields = Object.keys(error.fields).length
      ? error.fields
      : { '': { code: error.code, values: error.values } };
    const files = form.fields ? filesAgain(form.fields) : {};
    return refuse({ errors: { ...files, ...fields }, typed: form.typed }, error.status);
  }
}
