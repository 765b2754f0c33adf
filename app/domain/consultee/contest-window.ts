import { calendarDaysBetween, localDayOf } from '~/domain/deadline';
import type { ConsulteeRow, Register } from './consultee-rows.server';

/**
 * Whether a consultee can still contest what was recorded: within the published number of local days after it was last
 * told, and without end while it was not told. The silence rule hears contests by the same measure.
 */
export function contestWindow(
  { zone, document }: Pick<Register['consultation'], 'zone' | 'document'>,
  { notices }: Pick<ConsulteeRow, 'notices'>,
  now: Temporal.Instant,
): 'open' | 'over' {
  const toldOn = notices
    .filter(({ kind }) => kind === 'outcome')
    .flatMap(({ sentAt, postedOn, handedOverAt }) => {
      if (postedOn) return [postedOn.toISOString().slice(0, 10)];
      const at = sentAt ?? handedOverAt;
      return at ? [localDayOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone)] : [];
    })
    .toSorted()
    .at(-1);
  if (!toldOn) return 'open';
  const days = calendarDaysBetween(toldOn, localDayOf(now, zone));
  return days <= (document?.silence?.contestDays ?? 0) ? 'open' : 'over';
}
