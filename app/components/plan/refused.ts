import type { FieldErrors } from '~/domain/hub-error';

/** What a form is shown again with after a refusal: what is wrong, and what was typed. */
export type Refused = { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
