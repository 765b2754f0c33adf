import { database } from '~/platform/database/database.server';

/** How many actions of a report are promised and not done yet. */
export function countOpenPromises(consultationId: string): Promise<number> {
  return database().finding.count({
    where: { consultationId, isActionDone: false, NOT: { action: { equals: {} } } },
  });
}
