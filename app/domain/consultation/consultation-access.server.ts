import { can, type Ability, type Actor } from '~/domain/identity';
import { notFound, notPermitted } from '~/domain/hub-error';
import { database, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

const accessColumns = {
  id: true,
  slug: true,
  originalLanguage: true,
  authorId: true,
  draftVersion: true,
  publishedAt: true,
  opensAt: true,
  closesAt: true,
  postClosesAt: true,
  postRule: true,
  postLastArrivalAt: true,
  zone: true,
  feedbackOn: true,
  reportedAt: true,
  isHeldElsewhere: true,
  listing: true,
  bodies: { select: { bodyId: true, isLeading: true } },
} as const;

/**
 * The consultation with the columns that rules hang on, if the person may do this with it.
 * Every staff loader and use case starts here.
 * @throws HubError `not-found` (also for people of other bodies), `not-permitted`.
 */
export async function consultationFor(
  actor: Actor,
  ability: Ability,
  consultationId: string,
  tx?: Transaction,
) {
  if (!isUuid(consultationId)) throw notFound();
  const consultation = await (tx ?? database()).consultation.findUnique({
    where: { id: consultationId },
    select: accessColumns,
  });
  if (!consultation) throw notFound();
  const bodyIds = consultation.bodies.map((body) => body.bodyId);
  if (!can(actor, 'see', bodyIds)) throw notFound();
  if (!can(actor, ability, bodyIds)) throw notPermitted();
  return consultation;
}
export type AccessibleConsultation = Awaited<ReturnType<typeof consultationFor>>;
