import type { Nation } from './bank-holidays';
import { isBefore, lastMinuteBefore, localDayOf } from './civil-time';
import { addWorkingDays } from './working-days';

/** How post is judged, published with the consultation (requirements D2). */
export type PostRule = 'received-by' | 'postmarked-by';
export type PostClass = 'first' | 'second';

/** How many working days before it arrived an item with no legible postmark is taken to have been posted. */
const ILLEGIBLE_POSTMARK_WORKING_DAYS = 2;

const WORKING_DAYS_TO_DELIVER: Record<PostClass, number> = { first: 2, second: 4 };

/**
 * The day (YYYY-MM-DD) a letter counts as delivered unless shown otherwise: the second working day after posting by
 * first class, the fourth by second class (Interpretation Act 1978 s 7; Practice Direction (QBD) of 8 March 1985).
 * @throws BeyondHolidayTableError
 */
export function deemedDeliveredOn(letter: {
  postedOn: string;
  postClass: PostClass;
  nation: Nation;
}): string {
  return addWorkingDays(letter.postedOn, WORKING_DAYS_TO_DELIVER[letter.postClass], letter.nation);
}

/**
 * The day (YYYY-MM-DD) an item without a legible postmark is taken to have been posted: the second working day before
 * it arrived (requirements D2).
 * @throws BeyondHolidayTableError
 */
export function takenAsPostedOn(arrivedOn: string, nation: Nation): string {
  return addWorkingDays(arrivedOn, -ILLEGIBLE_POSTMARK_WORKING_DAYS, nation);
}

export type PostJudgement = {
  inTime: boolean;
  /** The local day (YYYY-MM-DD) the judgement rests on: of arrival, or of the postmark. */
  judgedOn: string;
  because:
    | 'received-in-time'
    | 'received-late'
    | 'arrived-after-last-day'
    | 'postmarked-in-time'
    | 'postmarked-late'
    | 'illegible-postmark-in-time'
    | 'illegible-postmark-late';
};

/**
 * Whether an item of post is in time.
 *
 * What arrived before the post's own deadline is in time under either rule. Under "postmarked by", what arrives
 * afterwards is in time if its postmark is no later than the deadline's last day and it arrived no later than the last
 * day for arrival (no limit if none was published). A postmark that is illegible or absent is taken as the second
 * working day before arrival.
 * @throws BeyondHolidayTableError where a postmark has to be worked out outside the table
 */
export function judgePost(item: {
  rule: PostRule;
  /** The deadline for post, exclusive. */
  closesAt: Temporal.Instant;
  /** YYYY-MM-DD */
  lastArrivalOn?: string;
  zone: string;
  nation: Nation;
  receivedAt: Temporal.Instant;
  /** YYYY-MM-DD */
  postmarkOn?: string;
  isPostmarkIllegible?: boolean;
}): PostJudgement {
  const arrivedOn = localDayOf(item.receivedAt, item.zone);
  if (isBefore(item.receivedAt, item.closesAt)) {
    return { inTime: true, judgedOn: arrivedOn, because: 'received-in-time' };
  }
  if (item.rule === 'received-by') return { inTime: false, judgedOn: arrivedOn, because: 'received-late' };
  if (item.lastArrivalOn && isLaterDay(arrivedOn, item.lastArrivalOn)) {
    return { inTime: false, judgedOn: arrivedOn, because: 'arrived-after-last-day' };
  }

  const legible = item.isPostmarkIllegible ? undefined : item.postmarkOn;
  const postedOn = legible ?? takenAsPostedOn(arrivedOn, item.nation);
  const inTime = !isLaterDay(postedOn, lastMinuteBefore(item.closesAt, item.zone).date);
  const fate = inTime ? 'in-time' : 'late';
  return {
    inTime,
    judgedOn: postedOn,
    because: legible ? `postmarked-${fate}` : `illegible-postmark-${fate}`,
  };
}

function isLaterDay(day: string, other: string): boolean {
  return Temporal.PlainDate.compare(day, other) > 0;
}
