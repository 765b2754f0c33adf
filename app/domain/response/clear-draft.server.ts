import { pool } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';
import type { Draft } from './response-draft';
import { readDraftKey } from './response-draft.server';

/**
 * Deletes what a browser's cookie holds, unless it has been sent, for a response stays, or a link to it was asked for:
 * who did that means to come back.
 */
export async function clearDraft(cookie: string | undefined): Promise<void> {
  const named = readDraftKey(cookie);
  if (!named) return;
  await pool().query(
    'DELETE FROM "ResponseDraft" WHERE id = $1 AND "tokenHash" = $2 AND "resumeTokenHash" IS NULL AND "submittedAt" IS NULL',
    [named.id, hashToken(named.token)],
  );
}

/** Deletes a draft that a link was asked for, unless it has been sent; the link leads to nothing then. */
export async function deleteSavedDraft({ id }: Pick<Draft, 'id'>): Promise<void> {
  await pool().query('DELETE FROM "ResponseDraft" WHERE id = $1 AND "submittedAt" IS NULL', [id]);
}

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'forget-drafts': Record<string, never>;
  }
}

/** How long a draft is kept after it was last touched. */
const DRAFT_DAYS = 30;

/** A cause names the draft (`resumeLinkCause`). What still waits to be sent is left for the next day. */
const FORGET_ADDRESSES = `
  UPDATE "Delivery" SET "toAddress" = '', cause = 'erased:' || id
  WHERE template = 'resume-link' AND "toAddress" <> '' AND state <> 'pending'
    AND NOT EXISTS (SELECT FROM "ResponseDraft" d WHERE d.id::text = split_part(cause, ':', 2))`;

/**
 * Deletes drafts that nobody touched for DRAFT_DAYS, sent ones too: their response is kept on its own. With them go the
 * addresses that links to them were sent to. Reads the whole table, once a day; an index on a column that every save
 * changes would cost more.
 */
export async function forgetDrafts(): Promise<void> {
  await pool().query('DELETE FROM "ResponseDraft" WHERE "savedAt" < hub_now() - make_interval(days => $1)', [
    DRAFT_DAYS,
  ]);
  await pool().query(FORGET_ADDRESSES);
}
