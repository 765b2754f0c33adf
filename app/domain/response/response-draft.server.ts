import { timingSafeEqual } from 'node:crypto';
import { pool } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';
import type { Draft } from './response-draft';
import { resumedToken } from './resume-token.server';
import { batched } from '~/platform/turn-batcher';

const DRAFTS = `
  SELECT d.id, d.xmin::text AS version, d."tokenHash", d."resumeTokenHash", d."questionnaireVersionId", d.language, d.answers,
    d.visited, d.about, d."submittedAt", d."hasEqualityAnswers", d."consultationId", d."linkId", d."replacesId", c.slug, c.listing->'title' AS title, c."originalLanguage",
    c."closesAt", c.zone, c."feedbackOn"::text AS "feedbackOn", hub_now() AS now
  FROM "ResponseDraft" d JOIN "Consultation" c ON c.id = d."consultationId" WHERE d.id = ANY ($1::uuid[])`;

type DraftRow = Omit<Draft, 'hasLink'> & { tokenHash: string; resumeTokenHash: string | null };

/** Pages of answers that are asked for together read their drafts together. */
const readDraft = batched(readDrafts, { atOnce: 1, largest: 200 });

async function readDrafts(ids: string[]): Promise<Array<DraftRow | null>> {
  const { rows } = await pool().query<DraftRow>({ name: 'load-drafts', text: DRAFTS, values: [ids] });
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/**
 * The draft that a browser's cookie (`<id>.<token>`) names: of the browser that began it, or of one that followed a link;
 * nothing for a cookie that is broken, forged, or whose draft is gone. Answers and `about` were checked when they were
 * saved.
 */
export async function loadDraft(cookie: string | undefined): Promise<Draft | undefined> {
  const named = readDraftKey(cookie);
  const row = named && (await readDraft(named.id));
  if (!row) return undefined;
  const isFirst = isSameHash(hashToken(named.token), row.tokenHash);
  return isFirst || (row.resumeTokenHash && isSameHash(named.token, resumedToken(named.id)))
    ? draftOf(row)
    : undefined;
}

/** The draft that the key (`<id>.<token>`) in a link opens. It is no cookie, so that it opens nothing once it was sent. */
export async function loadLinkedDraft(key: string | undefined): Promise<Draft | undefined> {
  const named = readDraftKey(key);
  const row = named && (await readDraft(named.id));
  if (!row || !isSameHash(hashToken(named.token), row.resumeTokenHash ?? '')) return undefined;
  return draftOf(row);
}

function draftOf({ tokenHash: _secret, resumeTokenHash, ...draft }: DraftRow): Draft {
  return { ...draft, hasLink: resumeTokenHash !== null };
}

/** The parts of a draft's key; nothing where it cannot be one. */
export function readDraftKey(key: string | undefined): { id: string; token: string } | undefined {
  const [, id, token] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{32})$/.exec(key ?? '') ?? [];
  return id && token ? { id, token } : undefined;
}

/** Compares two hashes of equal kind in constant time. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
