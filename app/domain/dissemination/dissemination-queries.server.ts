import { stateOf, type ConsultationState } from '~/domain/consultation';
import { consultationFor } from '~/domain/consultation/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { languageSchema, localizedSchema, type Language, type Localized } from '~/domain/translation';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import type { Prisma } from '~/platform/database/generated/client';
import { isUuid } from '~/platform/uuid';
import { networkBodiesOf, type OwnBody } from './network-access';

/** Longer than any list of infrastructure bodies, or of consultations at one time. */
const MOST = 200;

const linkColumns = {
  code: true,
  bodyId: true,
  _count: { select: { responses: { where: { withdrawal: null } } } },
  passings: { select: { id: true, how: true, reached: true, passedAt: true }, orderBy: { passedAt: 'asc' } },
} satisfies Prisma.DisseminationLinkSelect;

/** A body's link: its code, how often it says it passed it on, and how many responses came through it and were not withdrawn. */
export type BodyLink = {
  code: string;
  /** How many, and nothing else: never what was answered (requirements N4). */
  responses: number;
  passings: { id: string; how: string; reached: number | null; passedAt: Date }[];
};

/** The infrastructure bodies, each with its link to a consultation if it has one. @throws HubError `not-permitted` */
export async function listBodyLinks(
  actor: Actor,
  consultationId: string,
): Promise<{ id: string; name: string; link: BodyLink | undefined }[]> {
  const { isHeldElsewhere } = await consultationFor(actor, 'see', consultationId);
  if (isHeldElsewhere) throw notFound();
  const bodies = await database().body.findMany({
    where: { isInfrastructure: true },
    orderBy: { name: 'asc' },
    take: MOST,
    select: { id: true, name: true, links: { where: { consultationId }, select: linkColumns } },
  });
  return bodies.map(({ id, name, links }) => ({ id, name, link: links[0] && toBodyLink(links[0]) }));
}

const consultationColumns = {
  id: true,
  slug: true,
  originalLanguage: true,
  listing: true,
  publishedAt: true,
  opensAt: true,
  closesAt: true,
  feedbackOn: true,
  reportedAt: true,
  zone: true,
  isHeldElsewhere: true,
  delays: { orderBy: { promisedOn: 'desc' }, take: 1, select: { promisedOn: true } },
  bodies: { where: { isLeading: true }, select: { body: { select: { name: true } } } },
} satisfies Prisma.ConsultationSelect;

export type NetworkConsultation = {
  id: string;
  slug: string;
  title: Localized;
  originalLanguage: Language;
  bodyName: string;
  state: ConsultationState;
  zone: string;
  opensAt: Date | null;
  closesAt: Date | null;
  feedbackOn: Date | null;
  /** Where feedback is late: the day for which it is promised now. */
  delayedTo: Date | null;
  /** For each infrastructure body of the person. */
  own: { body: OwnBody; link: BodyLink | undefined }[];
};

/** What is open and coming, and what the person's bodies passed on before. @throws HubError `not-permitted` */
export async function listForNetwork(
  actor: Actor,
): Promise<{ current: NetworkConsultation[]; past: NetworkConsultation[] }> {
  const bodies = networkBodiesOf(actor);
  const bodyIds = bodies.map(({ id }) => id);
  const now = await hubNow();
  const closing = new Date(now.epochMilliseconds);
  const published = { publishedAt: { not: null }, isHeldElsewhere: false };
  const select = {
    ...consultationColumns,
    links: { where: { bodyId: { in: bodyIds } }, select: linkColumns },
  };
  const [current, past] = await Promise.all([
    database().consultation.findMany({
      where: { ...published, closesAt: { gt: closing } },
      orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
      take: MOST,
      select,
    }),
    database().consultation.findMany({
      where: { ...published, closesAt: { lte: closing }, links: { some: { bodyId: { in: bodyIds } } } },
      orderBy: [{ closesAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      select,
    }),
  ]);
  const toItem = (row: (typeof current)[number]) => toNetworkConsultation(row, bodies, now);
  return { current: current.map(toItem), past: past.map(toItem) };
}

/** One published consultation for the person's infrastructure bodies. @throws HubError `not-found`, `not-permitted` */
export async function findForNetwork(actor: Actor, consultationId: string): Promise<NetworkConsultation> {
  const bodies = networkBodiesOf(actor);
  if (!isUuid(consultationId)) throw notFound();
  const bodyIds = bodies.map(({ id }) => id);
  const row = await database().consultation.findFirst({
    where: { id: consultationId, publishedAt: { not: null }, isHeldElsewhere: false },
    select: { ...consultationColumns, links: { where: { bodyId: { in: bodyIds } }, select: linkColumns } },
  });
  if (!row) throw notFound();
  return toNetworkConsultation(row, bodies, await hubNow());
}

type LinkRow = Prisma.DisseminationLinkGetPayload<{ select: typeof linkColumns }>;
type Row = Prisma.ConsultationGetPayload<{ select: typeof consultationColumns }> & { links: LinkRow[] };

function toNetworkConsultation(
  row: Row,
  bodies: readonly OwnBody[],
  now: Temporal.Instant,
): NetworkConsultation {
  const { id, slug, zone, opensAt, closesAt, feedbackOn, listing, links } = row;
  return {
    id,
    slug,
    zone,
    opensAt,
    closesAt,
    feedbackOn,
    delayedTo: row.delays[0]?.promisedOn ?? null,
    title: localizedSchema.parse((listing as { title?: unknown }).title ?? {}),
    originalLanguage: languageSchema.parse(row.originalLanguage),
    bodyName: row.bodies[0]?.body.name ?? '',
    state: stateOf(row, now),
    own: bodies.map((body) => {
      const link = links.find(({ bodyId }) => bodyId === body.id);
      return { body, link: link && toBodyLink(link) };
    }),
  };
}

const toBodyLink = ({ code, _count, passings }: LinkRow): BodyLink => ({
  code,
  responses: _count.responses,
  passings,
});
