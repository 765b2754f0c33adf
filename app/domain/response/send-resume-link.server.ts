import { randomUUID } from 'node:crypto';
import { queueDeliveries } from '~/domain/delivery/index.server';
import { HubError } from '~/domain/hub-error';
import type { Language } from '~/domain/translation';
import { countAttempt } from '~/platform/attempts.server';
import { database, inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import type { Draft } from './response-draft';
import { resumeTokenHash } from './resume-token.server';

const WINDOW_SECONDS = 60 * 60;
/** Enough for an address that was mistyped twice; too few to fill anybody's letter box. */
const MOST_OF_DRAFT = 5;
const MOST_TO_ADDRESS = 5;
/** A library or a care home shares one address. */
const MOST_FROM_CLIENT = 60;

/** Names the draft, so that the address can be erased with it, and the delivery: each asking is a cause of its own. */
const resumeLinkCause = (draftId: string, deliveryId: string) => `resume-link:${draftId}:${deliveryId}`;

/**
 * Sends a link by which a draft can be gone on with in any browser, until it is sent or forgotten (requirement R2: save
 * and return). The address is used for this message alone. Nothing goes to the audit trail: a draft is nobody's act yet.
 *
 * @returns the delivery, for `resumeLinkSentTo`
 * @throws HubError `resume-link-too-often` (429, `values.count` minutes to wait), `draft-sent` (409)
 */
export async function sendResumeLink({
  draft,
  email,
  language,
  clientAddress,
}: {
  draft: Draft;
  email: string;
  language: Language;
  clientAddress: string;
}): Promise<{ deliveryId: string }> {
  await refuseTooManyLinks(`resume-link:client:${clientAddress}`, MOST_FROM_CLIENT);
  await refuseTooManyLinks(`resume-link:draft:${draft.id}`, MOST_OF_DRAFT);
  await refuseTooManyLinks(`resume-link:address:${email.toLowerCase()}`, MOST_TO_ADDRESS);
  const deliveryId = randomUUID();
  await inTransaction(async (tx) => {
    const kept = await tx.$executeRaw`
      UPDATE "ResponseDraft" SET "resumeTokenHash" = ${resumeTokenHash(draft.id)}, "savedAt" = hub_now()
      WHERE id = ${draft.id}::uuid AND "submittedAt" IS NULL`;
    if (kept === 0) throw new HubError('draft-sent', { status: 409 });
    await queueDeliveries(tx, [
      {
        id: deliveryId,
        cause: resumeLinkCause(draft.id, deliveryId),
        template: 'resume-link',
        props: { draftId: draft.id },
        language,
        toAddress: email,
        consultationId: draft.consultationId,
      },
    ]);
  });
  return { deliveryId };
}

/** Where a link to this draft was sent, for who asked for it to check the address; nothing for another's delivery. */
export async function resumeLinkSentTo(draft: Draft, deliveryId: string | null): Promise<string | undefined> {
  if (!deliveryId || !isUuid(deliveryId)) return undefined;
  const delivery = await database().delivery.findUnique({
    where: { id: deliveryId, cause: resumeLinkCause(draft.id, deliveryId) },
    select: { toAddress: true },
  });
  return delivery?.toAddress;
}

async function refuseTooManyLinks(key: string, max: number): Promise<void> {
  const attempt = await countAttempt(key, { max, windowSeconds: WINDOW_SECONDS });
  if (attempt.isAllowed) return;
  throw new HubError('resume-link-too-often', {
    status: 429,
    values: { count: Math.ceil(attempt.retryAfterSeconds / 60) },
  });
}
