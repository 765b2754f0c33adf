import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { tellRequester } from './approval-mail.server';
import type { RequestKind } from './approval-subject';
import { contributorsTo } from './contributors.server';

/** What a second person says to a request: approves it, or sends it back with what to mend. */
export type ApprovalDecision = { decision: 'approve' } | { decision: 'send-back'; note: string };

const DECIDED = { approve: 'approved', 'send-back': 'sent-back' } as const;

export type OpenRequest = { id: string; consultationId: string; subject: unknown; requestedById: string };

/**
 * The request that waits for a decision, if this person may decide it: never their own, nor about what they changed since it was last
 * approved (requirements C14). Nothing where this person has decided it the same way: a button pressed twice is one decision.
 * @param notBy others who may not decide, such as the consultation's author
 * @throws HubError `not-found`, `already-decided`, `changed-it-yourself` (409), `second-person-needed` (403).
 */
export async function requestToDecide(
  tx: Transaction,
  actor: Actor,
  wanted: {
    consultationId: string;
    requestId: string;
    kind: RequestKind;
    decision: ApprovalDecision['decision'];
    notBy?: readonly string[];
  },
): Promise<OpenRequest | undefined> {
  const { consultationId, requestId, kind, decision, notBy = [] } = wanted;
  if (!isUuid(requestId)) throw notFound();
  await tx.$executeRaw`SELECT 1 FROM "ApprovalRequest" WHERE id = ${requestId}::uuid FOR UPDATE`;
  const request = await tx.approvalRequest.findFirst({
    where: { id: requestId, consultationId, kind },
    select: {
      id: true,
      consultationId: true,
      subject: true,
      requestedById: true,
      decision: true,
      decidedById: true,
      decidedAt: true,
    },
  });
  if (!request) throw notFound();
  if (request.decidedById === actor.userId && request.decision === DECIDED[decision]) return undefined;
  if (request.decidedAt) throw new HubError('already-decided', { status: 409 });
  if ([request.requestedById, ...notBy].includes(actor.userId)) {
    throw new HubError('second-person-needed', { status: 403 });
  }
  if ((await contributorsTo({ consultationId, kind }, tx)).includes(actor.userId)) {
    throw new HubError('changed-it-yourself', { status: 409 });
  }
  return request;
}

/**
 * Records the decision, once, and queues the e-mail that tells the one who asked.
 * @throws HubError `note-needed` (400) for sending back without saying why, `already-decided` (409).
 */
export async function settleRequest(
  tx: Transaction,
  actor: Actor,
  request: OpenRequest,
  decided: ApprovalDecision,
): Promise<void> {
  const note = decided.decision === 'send-back' ? decided.note.trim() : null;
  if (note === '') throw new HubError('note-needed', { fields: { note: { code: 'note-needed' } } });
  const { count } = await tx.approvalRequest.updateMany({
    where: { id: request.id, decidedAt: null },
    data: {
      decision: DECIDED[decided.decision],
      decidedById: actor.userId,
      decidedAt: toDate(await hubNow(tx)),
      note,
    },
  });
  if (count === 0) throw new HubError('already-decided', { status: 409 });
  await tellRequester(tx, request.id, request);
}
