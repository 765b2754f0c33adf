import { queueDeliveries } from '~/domain/delivery/index.server';
import { languageFrom } from '~/domain/translation';
import type { Transaction } from '~/platform/database/database.server';
import type { AccessibleConsultation } from './consultation-access.server';

// The e-mails about a second person's decision (requirements C14), each in the language of its recipient's account.

/**
 * Queues an e-mail to everyone who may decide a request: the approvers of the consultation's bodies, never the ones
 * named in `notBy`. One for each request and person.
 */
export async function tellApprovers(
  tx: Transaction,
  requestId: string,
  { consultation, notBy }: { consultation: AccessibleConsultation; notBy: readonly string[] },
): Promise<void> {
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const approvers = await tx.user.findMany({
    where: {
      id: { notIn: [...notBy] },
      memberships: { some: { bodyId: { in: bodyIds }, roles: { has: 'approver' } } },
    },
    select: { id: true, email: true, language: true },
  });
  await queueDeliveries(
    tx,
    approvers.map(({ id, email, language }) => ({
      cause: `approval-asked:${requestId}:${id}`,
      template: 'approval-asked',
      props: { requestId },
      language: languageFrom(language),
      toAddress: email,
      consultationId: consultation.id,
    })),
  );
}

/** Queues the e-mail with the decision and its note to the one who asked, once for each request. */
export async function tellRequester(
  tx: Transaction,
  requestId: string,
  { consultationId, requestedById }: { consultationId: string; requestedById: string },
): Promise<void> {
  const requester = await tx.user.findUnique({
    where: { id: requestedById },
    select: { email: true, language: true },
  });
  if (!requester) return;
  await queueDeliveries(tx, [
    {
      cause: `approval-decided:${requestId}`,
      template: 'approval-decided',
      props: { requestId },
      language: languageFrom(requester.language),
      toAddress: requester.email,
      consultationId,
    },
  ]);
}
