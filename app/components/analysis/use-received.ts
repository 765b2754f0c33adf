import { useWhen } from '~/components/arrivals/use-when';
import { localDayOf } from '~/domain/deadline';

/** When a response was received, as precisely as that is known. */
export function useReceived(zone: string) {
  const when = useWhen(zone);
  return ({ receivedAt, receivedPrecision }: { receivedAt: Date; receivedPrecision: string }): string =>
    receivedPrecision === 'day'
      ? when.on(localDayOf(Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime()), zone))
      : when.at(receivedAt);
}
