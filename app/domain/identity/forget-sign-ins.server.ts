import { database } from '~/platform/database/database.server';

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'forget-sign-ins': Record<string, never>;
  }
}

/**
 * Deletes what signing in leaves behind once it serves nothing: sessions and half-finished sign-ins that ran out, and
 * counted attempts of more than a day ago. Real time counts, as it does when they are made.
 */
export async function forgetSignIns(): Promise<void> {
  await database().$executeRaw`
    DELETE FROM "Session" WHERE "expiresAt" < clock_timestamp() OR "updatedAt" < clock_timestamp() - interval '12 hours'`;
  await database().$executeRaw`DELETE FROM "Verification" WHERE "expiresAt" < clock_timestamp()`;
  await database()
    .$executeRaw`DELETE FROM "Attempt" WHERE "windowFrom" < clock_timestamp() - interval '1 day'`;
}
