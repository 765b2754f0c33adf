import type { Transaction } from '~/platform/database/database.server';
import { freeSlug, slugOf } from './slug';

/** A free address for a title, held until the end of the transaction, so that two who use the same title get two. */
export async function claimSlug(tx: Transaction, title: string): Promise<string> {
  const wanted = slugOf(title);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('slug:' || ${wanted}, 0))`;
  const taken = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM "Consultation" WHERE slug = ${wanted} OR slug ~ ('^' || ${wanted} || '-[0-9]{1,6}$')`;
  return freeSlug(
    wanted,
    taken.map(({ slug }) => slug),
  );
}
