import { pool } from '~/platform/database/database.server';
import type { Draft } from './response-draft';
import { phraseFor } from './receipt-phrase.server';

/** What a respondent takes away. */
export type Receipt = {
  reference: string;
  phrase: string;
  receivedAt: Date;
  /** In the register of late answers. */
  isLate: boolean;
  withdrawnAt: Date | null;
  /** The reference of the response that it took the place of. */
  replacedReference: string | null;
  /** The latest link of the consultation's audit trail. */
  auditLink: { number: number; hash: string } | null;
};

const RECEIPT = `
  SELECT r.reference, r."receivedAt", r."isLate", w."withdrawnAt",
    (SELECT o.reference FROM "Withdrawal" x JOIN "Response" o ON o.id = x."responseId" WHERE x."replacedById" = r.id) AS "replacedReference",
    (SELECT json_build_object('number', a.number, 'hash', a.hash) FROM "AuditLink" a
      WHERE a."chainId" = r."consultationId" ORDER BY a.number DESC LIMIT 1) AS "auditLink"
  FROM "Response" r LEFT JOIN "Withdrawal" w ON w."responseId" = r.id WHERE r.id = $1`;

/** The receipt of a draft that was sent; nothing for one that was not. */
export async function receiptOf(draft: Draft): Promise<Receipt | undefined> {
  const { rows } = await pool().query<Omit<Receipt, 'phrase'>>({
    name: 'receipt',
    text: RECEIPT,
    values: [draft.id],
  });
  return rows[0] && { ...rows[0], phrase: phraseFor(draft.id) };
}
