import { createHmac } from 'node:crypto';
import { configuration } from './configuration.server';
import { pool } from './database/database.server';

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
): Promise<{ isAllowed: true } | { isAllowed: false; retryAfterSeconds: number }> {
  const { rows } = await pool().query<{ count: number; wait: number }>(
    `insert into "Attempt" (key, count, "windowFrom") values ($1, 1, clock_timestamp())
     on conflict (key) do update set
       count = case when "Attempt"."windowFrom" < clock_timestamp() - make_interval(secs => $2) then 1
         else least("Attempt".count + 1, $3 + 1) end,
       "windowFrom" = case when "Attempt"."windowFrom" < clock_timestamp() - make_interval(secs => $2)
         then clock_timestamp() else "Attempt"."windowFrom" end
     returning count, ceil($2 - extract(epoch from clock_timestamp() - "windowFrom"))::integer as wait`,
    [storedKey(key), windowSeconds, max],
  );
  const row = rows[0];
  if (!row || row.count <= max) return { isAllowed: true };
  return { isAllowed: false, retryAfterSeconds: Math.max(1, row.wait) };
}

/** After a success the earlier failures no longer count. */
export async function forgetAttempts(key: string): Promise<void> {
  await pool().query('delete from "Attempt" where key = $1', [storedKey(key)]);
}

const storedKey = (key: string) => createHmac('sha256', configuration().secret).update(key).digest('hex');
