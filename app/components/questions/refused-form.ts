import type { FieldErrors } from '~/domain/hub-error';

/** What a page with several forms needs to know of the one that was refused. */
export type RefusedForm = { errors: FieldErrors; typed: Record<string, string[]> };
