import { createHash } from 'node:crypto';
import { recordAudit } from '~/domain/audit/index.server';
import { notFound } from '~/domain/hub-error';
import { refuseTooMany } from '~/domain/refuse-too-many.server';
import type { Language } from '~/domain/translation';
import { inTransaction } from '~/platform/database/database.server';
import { isSlug } from './public-consultation';

/** A library or a care home shares one client address. */
const CLIENT_LIMIT = { max: 50, windowSeconds: 15 * 60 };

/**
 * Takes "Report a problem with this consultation" from anyone (requirements C12). The same words from the same form
 * are one report, however often it is sent.
 * @throws HubError `not-found` for a consultation that does not exist or is still a draft, `too-many-attempts` (429)
 */
export async function reportProblem(input: {
  slug: string;
  text: string;
  email: string | undefined;
  language: Language;
  formKey: string;
  clientAddress: string;
}): Promise<void> {
  if (!isSlug(input.slug)) throw notFound();
  await refuseTooMany(`problem:${input.clientAddress}`, CLIENT_LIMIT);
  const words = createHash('sha256').update(input.text).digest('hex');
  await inTransaction(async (tx) => {
    const consultation = await tx.consultation.findFirst({
      where: {
        slug: input.slug,
        OR: [{ publishedAt: { not: null } }, { isHeldElsewhere: true, reportedAt: { not: null } }],
      },
      select: { id: true },
    });
    if (!consultation) throw notFound();
    const [problem] = await tx.problemReport.createManyAndReturn({
      data: [
        {
          consultationId: consultation.id,
          text: input.text,
          email: input.email ?? null,
          language: input.language,
          formKey: `${input.formKey}:${words}`,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!problem) return;
    await recordAudit(tx, consultation.id, {
      action: 'problem.reported',
      actor: 'reader',
      subject: { problem: problem.id },
    });
  });
}
