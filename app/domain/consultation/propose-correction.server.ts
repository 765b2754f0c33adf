import { recordAudit } from '~/domain/audit/index.server';
import { HubError, type FieldErrors } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hasText, type Language } from '~/domain/translation';
import { takenKeyOf } from '~/platform/database/database-errors.server';
import { inTransaction } from '~/platform/database/database.server';
import type { ProposedCorrection } from './approval-subject';
import { consultationFor } from './consultation-access.server';
import { createRequest } from './create-request.server';
import { consultationDocumentSchema } from './document';

/**
 * Proposes a dated note to a published consultation, whose text itself never changes (requirements C9, C14). It is
 * published when a second person approves it.
 * @throws HubError `not-published` (409), `required` by field for each promised language that is missing,
 *   `already-requested` (409) while another waits.
 */
export async function proposeCorrection(
  actor: Actor,
  { consultationId, ...correction }: { consultationId: string } & ProposedCorrection,
): Promise<{ requestId: string }> {
  try {
    return await inTransaction(async (tx) => {
      const consultation = await consultationFor(actor, 'write', consultationId, tx);
      const publication = await tx.publication.findUnique({
        where: { consultationId },
        select: { document: true },
      });
      if (!consultation.publishedAt || !publication) throw new HubError('not-published', { status: 409 });
      const { languages } = consultationDocumentSchema.parse(publication.document);
      const fields = missingTexts(correction, languages);
      if (Object.keys(fields).length) throw new HubError('required', { fields });

      const { requestId } = await createRequest(tx, actor, {
        consultation,
        kind: 'correction',
        subject: correction,
      });
      await recordAudit(tx, consultationId, {
        action: 'correction.proposed',
        actor: { userId: actor.userId },
        subject: { request: requestId, material: correction.isMaterial },
      });
      return { requestId };
    });
  } catch (error) {
    if (takenKeyOf(error).length) throw new HubError('already-requested', { status: 409, cause: error });
    throw error;
  }
}

function missingTexts({ what, why }: ProposedCorrection, languages: readonly Language[]): FieldErrors {
  const missing = languages.flatMap((language) => [
    ...(hasText(what, language) ? [] : [`what.${language}`]),
    ...(hasText(why, language) ? [] : [`why.${language}`]),
  ]);
  return Object.fromEntries(missing.map((field) => [field, { code: 'required' }]));
}
