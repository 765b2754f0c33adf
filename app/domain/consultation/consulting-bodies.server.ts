import { pool } from '~/platform/database/database.server';
import { IS_PUBLIC } from './public-sql.server';

/** The bodies that have led a consultation everyone may see, by name: whom to write to about this site. At most 200. */
export async function listConsultingBodies(): Promise<{ name: string; email: string | null }[]> {
  const { rows } = await pool().query<{ name: string; email: string | null }>(
    `SELECT b.name, b.email FROM "Body" b WHERE EXISTS (
       SELECT FROM "ConsultationBody" cb JOIN "Consultation" c ON c.id = cb."consultationId"
       WHERE cb."bodyId" = b.id AND cb."isLeading" AND ${IS_PUBLIC})
     ORDER BY b.name LIMIT 200`,
  );
  return rows;
}
