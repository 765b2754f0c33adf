import type { Transaction } from './database.server';
import { database } from './database.server';

/** Now, by the hub's only clock, `hub_now()` in the database. */
export async function hubNow(tx?: Transaction): Promise<Temporal.Instant> {
  const [row] = await (tx ?? database()).$queryRaw<[{ now: Date }]>`SELECT hub_now() AS now`;
  return toInstant(row.now);
}

/** A database instant as Temporal. */
export function toInstant(date: Date): Temporal.Instant;
export function toInstant(date: Date | null): Temporal.Instant | null;
export function toInstant(date: Date | null): Temporal.Instant | null {
  return date && Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** A Temporal instant for the database. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
