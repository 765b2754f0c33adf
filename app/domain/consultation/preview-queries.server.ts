import type { Actor } from '~/domain/identity';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import { readDraft } from './consultation-queries.server';
import type { ConsultationDocument } from './document';
import type { PublicConsultation } from './public-consultation';
import { isKnownZone, publishedTimes } from './publishing/published-times';

/**
 * A draft as everyone will see it once it is open. Days and instants that are not planned yet are left out.
 * @throws HubError `not-found`
 */
export async function readPreview(actor: Actor, consultationId: string): Promise<PublicConsultation> {
  const { consultation, document } = await readDraft(actor, consultationId);
  const [now, bodies] = await Promise.all([
    hubNow(),
    database().consultationBody.findMany({
      where: { consultationId },
      select: { isLeading: true, body: { select: { slug: true, name: true } } },
      orderBy: [{ isLeading: 'desc' }, { body: { name: 'asc' } }],
    }),
  ]);
  return {
    id: consultation.id,
    slug: consultation.slug,
    isHeldElsewhere: consultation.isHeldElsewhere,
    now: now.toString(),
    state: 'open',
    publishedAt: null,
    ...plannedTimes(document),
    feedbackOn: document.timetable.feedbackOn ?? null,
    reportedAt: null,
    postOpenUntil: null,
    openPromises: 0,
    latestLink: null,
    bodies: bodies.map(({ isLeading, body }) => ({ ...body, isLeading })),
    corrections: [],
    delays: [],
    problems: [],
    document,
  };
}

function plannedTimes(document: ConsultationDocument) {
  const { zone, postRule } = document.timetable;
  const isKnown = isKnownZone(zone);
  const times = isKnown ? publishedTimes(document) : undefined;
  const at = (instant: Temporal.Instant | undefined) => instant?.toString() ?? null;
  return {
    zone: isKnown ? zone : 'Europe/London',
    postRule,
    opensAt: at(times?.opensAt),
    closesAt: at(times?.closesAt),
    postClosesAt: at(times?.postClosesAt),
    postLastArrivalAt: at(times?.postLastArrivalAt),
  };
}
