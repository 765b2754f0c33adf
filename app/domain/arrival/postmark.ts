import { BeyondHolidayTableError, takenAsPostedOn, type Nation } from '~/domain/deadline';
import { HubError } from '~/domain/hub-error';

/** What can be seen of a postmark: its day (YYYY-MM-DD), or that nobody can read it. */
export type SeenPostmark = { on?: string | undefined; isIllegible: boolean };

/**
 * The postmark that counts for an item of post: the one that was read or, where it is illegible, the second working
 * day before arrival; nothing where it does not matter and was not written down (requirements D2).
 * @param needed the item came after the deadline for post and the rule is "postmarked by"
 * @throws HubError about the field `postmark`
 */
export function countingPostmark(
  seen: SeenPostmark,
  { arrivedOn, nation, needed }: { arrivedOn: string; nation: Nation; needed: boolean },
): { on: string | undefined; isIllegible: boolean } {
  if (seen.on && seen.isIllegible) throw aboutPostmark('postmark-read-and-illegible');
  if (seen.on && seen.on > arrivedOn) throw aboutPostmark('postmark-after-arrival');
  if (seen.on) return { on: seen.on, isIllegible: false };
  if (!seen.isIllegible) {
    if (needed) throw aboutPostmark('postmark-needed');
    return { on: undefined, isIllegible: false };
  }
  try {
    return { on: takenAsPostedOn(arrivedOn, nation), isIllegible: true };
  } catch (error) {
    if (error instanceof BeyondHolidayTableError) throw aboutPostmark('beyond-holiday-table');
    throw error;
  }
}

const aboutPostmark = (code: string) => new HubError(code, { fields: { postmark: { code } } });
