import { deadlineParts, instantParts } from '~/domain/deadline';
import type { MessageContext, StatedInstant } from './message';

/** A deadline (exclusive) in words: the last minute that still counts. */
export function deadlineWords({ at, zone }: StatedInstant, { t, language }: MessageContext): string {
  const parts = deadlineParts(Temporal.Instant.from(at), zone, language);
  return t('time', { ...parts, zone: zoneWords(zone, t) });
}

/** An instant in words, to the minute. */
export function instantWords({ at, zone }: StatedInstant, { t, language }: MessageContext): string {
  const parts = instantParts(Temporal.Instant.from(at), zone, language);
  return t('time', { ...parts, zone: zoneWords(zone, t) });
}

function zoneWords(zone: string, t: MessageContext['t']): string {
  return zone === 'Europe/London' ? t('zone.uk') : zone;
}
