import { createHmac } from 'node:crypto';
import { configuration } from './configuration.server';
import { database, type Transaction } from './database/database.server';

/**
 * Counts an attempt under a key (an address, an account, a reference) and says whether it is still allowed:
 * at most `max` in a window of `windowSeconds` that starts with the first. Shared by all nodes. The key is stored
 * as a keyed hash. Real time counts here, not the hub's clock, which a rehearsal may hold still.
 *
 * @returns the seconds to wait when it is not allowed.
 */
export async function countAttempt(
  key: string,
  { max, windowSeconds }: { max: number; windowSeconds: number },
  client: Transaction = database(),
): Promise<{ isAllowed: true } | { isAllowed: false; retryAfterSeconds: number }> {
  const [row] = await client.$queryRaw<[{ count: number; wait: number }]>`
    INSERT INTO "Attempt" (key, count, "windowFrom") VALUES (${storedKey(key)}, 1, clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "Attempt"."windowFrom" < clock_timestamp() - make_interval(secs => ${windowSeconds}::float) THEN 1
        ELSE least("Attempt".count + 1, ${max}::int + 1) END,
      "windowFrom" = CASE WHEN "Attempt"."windowFrom" < clock_timestamp() - make_interval(secs => ${windowSeconds}::float)
        THEN clock_timestamp() ELSE "Attempt"."windowFrom" END
    RETURNING count, ceil(${windowSeconds}::float - extract(epoch FROM clock_timestamp() - "windowFrom"))::integer AS wait`;
  if (row.count <= max) return { isAllowed: true };
  return { isAllowed: false, retryAfterSeconds: Math.max(1, row.wait) };
}

/** After a success the earlier failures no longer count. */
export async function forgetAttempts(key: string): Promise<void> {
  await database().attempt.deleteMany({ where: { key: storedKey(key) } });
}

const storedKey = (key: string) => createHmac('sha256', configuration().secret).update(key).digest('hex');
