import { timingSafeEqual } from 'node:crypto';
import { pool } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';
import type { Draft } from './response-draft';
import { batched } from '~/platform/turn-batcher';

const DRAFTS = `
  SELECT d.id, d."tokenHash", d."resumeTokenHash", d."questionnaireVersionId", d.language, d.answers, d.visited, d.about, d."submittedAt",
    d."hasEqualityAnswers", d."consultationId", d."linkId", d."replacesId", c.slug, c.listing->'title' AS title, c."originalLanguage",
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
 * The draft that a key (`<id>.<token>`) names, which stands in a browser's cookie or in the link that was sent; nothing
 * for a key that is broken, forged, or whose draft is gone. Answers and `about` were checked when they were saved.
 */
export async function loadDraft(key: string | undefined): Promise<Draft | undefined> {
  const named = readDraftKey(key);
  const row = named && (await readDraft(named.id));
  if (!row) return undefined;
  const { tokenHash, resumeTokenHash, ...draft } = row;
  const given = hashToken(named.token);
  if (!isSameHash(given, tokenHash) && !isSameHash(given, resumeTokenHash ?? '')) return undefined;
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
