/** Why a use case refuses, as a code that `locales/<language>/errors.json` puts into words. */
export type FieldError = { code: string; values?: Record<string, string | number> };
/** By form field name. */
export type FieldErrors = Record<string, FieldError>;

/**
 * A refusal that a person can do something about; never a fault of the hub's own.
 * `status` is the HTTP status it is answered with; `fields` ties parts of it to form fields.
 */
export class HubError extends Error {
  readonly code: string;
  readonly status: number;
  readonly values: Record<string, string | number>;
  readonly fields: FieldErrors;

  constructor(
    code: string,
    options: {
      status?: number;
      values?: Record<string, string | number>;
      fields?: FieldErrors;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'HubError';
    this.code = code;
    this.status = options.status ?? 400;
    this.values = options.values ?? {};
    this.fields = options.fields ?? {};
  }
}

/** The signed-in person, or nobody, may not do this. */
export const notPermitted = () => new HubError('not-permitted', { status: 403 });
/** There is no such thing, or not for this person. */
export const notFound = () => new HubError('not-found', { status: 404 });
/** It was tried too often; later it may be tried again. */
export const tooManyAttempts = () => new HubError('too-many-attempts', { status: 429 });
