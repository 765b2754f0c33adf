import { hash } from 'node:crypto';
import { normaliseText } from '~/domain/questionnaire';

/** Identical texts share it: what is read is read once. */
export function textKeyOf(text: string): string {
  return hash('sha256', normaliseText(text), 'base64url').slice(0, 22);
}
