import type { Transaction } from '../database/database.server';
import type { JobName, JobPayloads } from './tasks';

export interface JobOptions {
  /** A job still waiting under the same key is replaced. */
  readonly key?: string;
  /** Not before this instant; at once unless given. */
  readonly runAt?: Temporal.Instant;
  /** 25 unless given, over about three days. */
  readonly maxAttempts?: number;
}

/** Adds a job in the caller's transaction: it is there when the change is, and gone if the change is rolled back. */
export async function addJob<Name extends JobName>(
  tx: Pick<Transaction, '$executeRaw'>,
  name: Name,
  payload: JobPayloads[Name],
  { key, runAt, maxAttempts }: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      run_at => ${runAt?.toString() ?? null}::timestamptz,
      max_attempts => ${maxAttempts ?? null}::integer,
      job_key => ${key ?? null}::text
    )`;
}
