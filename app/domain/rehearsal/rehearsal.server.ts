import { database } from '~/platform/database/database.server';

/** A production start refuses a database whose clock can be moved. */
export async function refuseRehearsalInProduction(): Promise<void> {
  if (await database().rehearsalClock.count()) {
    throw new Error(
      'This database was made as a rehearsal: its clock can be moved, so it cannot be used with an https PUBLIC_URL. Use a new database.',
    );
  }
}

/** Makes the database a rehearsal and moves its clock. `at` holds it still at an instant; `shiftSeconds` lets it run, shifted. */
export async function setRehearsalClock(
  to: { at: Temporal.Instant } | { shiftSeconds: number },
): Promise<void> {
  const values =
    'at' in to
      ? { heldAt: new Date(to.at.epochMilliseconds), shiftSeconds: 0 }
      : { heldAt: null, shiftSeconds: to.shiftSeconds };
  await database().rehearsalClock.upsert({ where: { id: 1 }, create: { id: 1, ...values }, update: values });
}
