import { pool } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';
import { readDraftKey } from './response-draft.server';

/** Deletes what a browser's cookie holds, unless it has been sent: a response stays. */
export async function clearDraft(cookie: string | undefined): Promise<void> {
  const named = readDraftKey(cookie);
  if (!named) return;
  await pool().query(
    'DELETE FROM "ResponseDraft" WHERE id = $1 AND "tokenHash" = $2 AND "submittedAt" IS NULL',
    [named.id, hashToken(named.token)],
  );
}

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'forget-drafts': Record<string, never>;
  }
}

/** How long a draft is kept after it was last touched. */
const DRAFT_DAYS = 30;

/**
 * Deletes drafts that nobody touched for DRAFT_DAYS, sent ones too: their response is kept on its own. Reads the whole
 * table, once a day; an index on a column that every save changes would cost more.
 */
export async function forgetDrafts(): Promise<void> {
  await pool().query('DELETE FROM "ResponseDraft" WHERE "savedAt" < hub_now() - make_interval(days => $1)', [
    DRAFT_DAYS,
  ]);
}
