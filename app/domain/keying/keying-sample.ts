import type { ConsultationDocument } from '~/domain/consultation';

/** How many keyed responses another person checks, as published with the consultation. */
export type KeyingSample = ConsultationDocument['keyingSample'];

/**
 * Whether a keyed response is drawn for checking: every one, the first `atLeast`, and after that the share of them
 * that was published (requirements R3).
 * @param alreadyDrawn how many of this consultation were drawn before
 * @param lot a number from 0 to 1, which nobody who keys can know or choose
 */
export function isDrawn(sample: KeyingSample, alreadyDrawn: number, lot: number): boolean {
  return sample.isEvery || alreadyDrawn < sample.atLeast || lot * 100 < sample.percent;
}
