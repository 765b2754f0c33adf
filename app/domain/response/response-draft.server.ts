import { timingSafeEqual } from 'node:crypto';
import { pool } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';
import type { Draft } from './response-draft';

const DRAFT = `
  SELECT d.id, d."tokenHash", d."questionnaireVersionId", d.language, d.answers, d.visited, d.about, d."submittedAt",
    d."hasEqualityAnswers", d."consultationId", c.slug, c.listing->'title' AS title, c."originalLanguage",
    c."closesAt", c.zone, c."feedbackOn"::text AS "feedbackOn", hub_now() AS now
  FROM "ResponseDraft" d JOIN "Consultation" c ON c.id = d."consultationId" WHERE d.id = $1`;

/**
 * The draft that a browser's cookie (`<id>.<token>`) names, in one query; nothing for a cookie that is broken,
 * forged, or whose draft is gone. Answers and `about` were checked when they were saved.
 */
export async function loadDraft(cookie: string | undefined): Promise<Draft | undefined> {
  const named = readDraftKey(cookie);
  if (!named) return undefined;
  const { rows } = await pool().query<Draft & { tokenHash: string }>({
    name: 'load-draft',
    text: DRAFT,
    values: [named.id],
  });
  if (!rows[0] || !isSameHash(hashToken(named.token), rows[0].tokenHash)) return undefined;
  const { tokenHash: _secret, ...draft } = rows[0];
  return draft;
}

/** The parts of a draft's cookie; nothing where it cannot be one. */
export function readDraftKey(cookie: string | undefined): { id: string; token: string } | undefined {
  const [, id, token] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{32})$/.exec(cookie ?? '') ?? [];
  return id && token ? { id, token } : undefined;
}

/** Compares two hashes of equal kind in constant time. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
