import { isSlug } from '~/domain/consultation';
import { isLinkCode } from '~/domain/dissemination';
import { HubError, notFound } from '~/domain/hub-error';
import type { Language } from '~/domain/translation';
import { pool } from '~/platform/database/database.server';
import { hashToken, newToken } from '~/platform/tokens.server';
import { clearDraft } from './clear-draft.server';

/** The cookie of the new draft, and the questions it answers. */
export type StartedDraft = { id: string; cookie: string; questionnaireVersionId: string };

const START = `
  INSERT INTO "ResponseDraft" (id, "tokenHash", "consultationId", "questionnaireVersionId", language, "linkId")
  SELECT uuidv7(), $2, c.id, v.id, $3, l.id
  FROM "Consultation" c
  CROSS JOIN LATERAL (
    SELECT q.id FROM "QuestionnaireVersion" q WHERE q."consultationId" = c.id ORDER BY q.version DESC LIMIT 1) v
  LEFT JOIN "DisseminationLink" l ON l."consultationId" = c.id AND l.code = $4
  WHERE c.slug = $1 AND c."publishedAt" IS NOT NULL AND NOT c."isHeldElsewhere" AND c."reportedAt" IS NULL
    AND c."opensAt" <= hub_now()
  RETURNING id, "questionnaireVersionId"`;

/**
 * Begins an answer to a consultation, on this browser. After the deadline too, until the report is published: what is
 * sent then goes to the register of late answers (requirements D1). `via` is the code of the infrastructure body's
 * link that led here; one that is unknown is left out of account. The draft that the browser held before (`replaced`)
 * is deleted: the next person at the computer cannot read it.
 *
 * @throws HubError `not-found`, `answering-not-open` (409; not yet open, or its report is out)
 */
export async function startDraft({
  slug,
  language,
  via,
  replaced,
}: {
  slug: string;
  language: Language;
  via?: string | undefined;
  replaced?: string | undefined;
}): Promise<StartedDraft> {
  if (!isSlug(slug)) throw notFound();
  const token = newToken();
  const { rows } = await pool().query<{ id: string; questionnaireVersionId: string }>({
    name: 'start-draft',
    text: START,
    values: [slug, hashToken(token), language, via && isLinkCode(via) ? via : ''],
  });
  const started = rows[0];
  if (!started) throw await refusalFor(slug);
  await clearDraft(replaced);
  return { ...started, cookie: `${started.id}.${token}` };
}

async function refusalFor(slug: string): Promise<HubError> {
  const { rowCount } = await pool().query(
    'SELECT FROM "Consultation" WHERE slug = $1 AND "publishedAt" IS NOT NULL AND NOT "isHeldElsewhere"',
    [slug],
  );
  return rowCount ? new HubError('answering-not-open', { status: 409 }) : notFound();
}
