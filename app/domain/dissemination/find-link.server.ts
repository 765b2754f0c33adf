import { pool } from '~/platform/database/database.server';
import { isLinkCode } from './link-code';

/** The published consultation that an infrastructure body's link leads to, by the link's code in any case. */
export async function findLinkedConsultation(
  code: string,
): Promise<{ slug: string; code: string } | undefined> {
  if (!isLinkCode(code)) return undefined;
  const { rows } = await pool().query<{ slug: string; code: string }>(
    `SELECT c.slug, l.code FROM "DisseminationLink" l JOIN "Consultation" c ON c.id = l."consultationId"
     WHERE l.code IN ($1, lower($1)) AND c."publishedAt" IS NOT NULL`,
    [code],
  );
  return rows[0];
}
