import { consultationDocumentSchema, type ConsultationDocument } from '~/domain/consultation';
import { CLOSING_HOURS } from '~/domain/silence';
import { database, type Transaction } from '~/platform/database/database.server';
import type { Prisma } from '~/platform/database/generated/client';

const consultationColumns = {
  id: true,
  slug: true,
  zone: true,
  publishedAt: true,
  opensAt: true,
  closesAt: true,
  postClosesAt: true,
  postRule: true,
  postLastArrivalAt: true,
  isHeldElsewhere: true,
  settledAt: true,
  publications: { select: { document: true } },
  corrections: { where: { isMaterial: true }, select: { id: true, publishedAt: true } },
  bodies: { where: { isLeading: true }, select: { body: { select: { name: true } } } },
} satisfies Prisma.ConsultationSelect;

const noticeColumns = {
  id: true,
  kind: true,
  method: true,
  language: true,
  content: true,
  toAddress: true,
  deliveryId: true,
  sentAt: true,
  postedOn: true,
  handedOverAt: true,
  handedOverRecord: true,
  acknowledgedAt: true,
  failedAt: true,
  failure: true,
  recordedAt: true,
} satisfies Prisma.NoticeSelect;

const replyColumns = {
  id: true,
  kind: true,
  text: true,
  channel: true,
  receivedAt: true,
  receivedEvidence: true,
  recordedAt: true,
  mayBeNamed: true,
  arrival: { select: { number: true, postmarkOn: true } },
} satisfies Prisma.ConsulteeReplySelect;

const consulteeColumns = {
  id: true,
  name: true,
  kind: true,
  email: true,
  postalAddress: true,
  language: true,
  signedUpPersonally: true,
  acceptedCodeAt: true,
  acceptedCodeEvidence: true,
  recordedAt: true,
  closesAt: true,
  withdrewAt: true,
  notices: { select: noticeColumns, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
  replies: { select: replyColumns, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] },
  requests: { orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] },
  extensions: { orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }] },
  contests: { orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] },
  outcomes: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ConsulteeSelect;

export type ConsulteeRow = Awaited<ReturnType<typeof loadConsultees>>[number];
export type NoticeRow = ConsulteeRow['notices'][number];

/** Everything that the silence rule looks at for a consultation. */
export type Register = {
  consultation: Awaited<ReturnType<typeof loadConsultation>> & { document: ConsultationDocument | undefined };
  outages: { id: string; from: Date; until: Date }[];
  /** In the order in which they were recorded. */
  consultees: ConsulteeRow[];
};

/**
 * Loads a consultation's whole register with all that happened to each consultee, set by set. Inside a transaction it
 * sees what the transaction has written.
 */
export async function loadRegister(consultationId: string, tx?: Transaction): Promise<Register> {
  const consultation = await loadConsultation(consultationId, tx);
  const consultees = await loadConsultees(consultationId, tx);
  const published = consultation.publications[0]?.document;
  return {
    consultation: {
      ...consultation,
      document: published === undefined ? undefined : consultationDocumentSchema.parse(published),
    },
    outages: await loadOutages(consultation, consultees, tx),
    consultees,
  };
}

function loadConsultation(consultationId: string, tx?: Transaction) {
  return (tx ?? database()).consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: consultationColumns,
  });
}

function loadConsultees(consultationId: string, tx?: Transaction) {
  return (tx ?? database()).consultee.findMany({
    where: { consultationId },
    select: consulteeColumns,
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
}

/** When the hub was down in the closing hours of any of the deadlines. */
async function loadOutages(
  { closesAt, postClosesAt }: { closesAt: Date | null; postClosesAt: Date | null },
  consultees: readonly { closesAt: Date | null }[],
  tx?: Transaction,
): Promise<Register['outages']> {
  if (!closesAt || consultees.length === 0) return [];
  const deadlines = [closesAt, postClosesAt, ...consultees.map((consultee) => consultee.closesAt)];
  const last = Math.max(...deadlines.map((deadline) => deadline?.getTime() ?? 0));
  const closingFrom = closesAt.getTime() - CLOSING_HOURS * 3_600_000;
  return (tx ?? database()).outage.findMany({
    where: { until: { gt: new Date(closingFrom) }, from: { lt: new Date(last) } },
    select: { id: true, from: true, until: true },
  });
}
