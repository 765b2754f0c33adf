import { consultationDocumentSchema } from '~/domain/consultation';
import { CLOSING_HOURS } from '~/domain/silence';
import { database, type Transaction } from '~/platform/database/database.server';
import {
  consultationColumns,
  consulteeColumns,
  noticeColumns,
  replyColumns,
} from './register-columns.server';

export type ConsulteeRow = Awaited<ReturnType<typeof loadConsultees>>[number];
export type NoticeRow = ConsulteeRow['notices'][number];

/** Everything that the silence rule looks at for a consultation. */
export type Register = {
  consultation: Awaited<ReturnType<typeof loadConsultation>>;
  outages: { id: string; from: Date; until: Date }[];
  /** In the order in which they were recorded. */
  consultees: ConsulteeRow[];
};

/**
 * Loads a consultation's whole register with all that happened to each consultee, set by set. Inside a transaction it
 * sees what the transaction has written.
 */
export async function loadRegister(consultationId: string, tx?: Transaction): Promise<Register> {
  const client = tx ?? database();
  const consultation = await loadConsultation(consultationId, client);
  const consultees = await loadConsultees(consultationId, client);
  return { consultation, consultees, outages: await loadOutages(consultation, consultees, client) };
}

// One query after another and not together: a transaction has one connection, which takes one query at a time.

async function loadConsultation(consultationId: string, client: Transaction) {
  const where = { consultationId };
  const row = await client.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: consultationColumns,
  });
  const publication = await client.publication.findUnique({ where, select: { document: true } });
  const corrections = await client.correction.findMany({
    where: { ...where, isMaterial: true },
    select: { id: true, publishedAt: true },
  });
  const leading = await client.consultationBody.findFirst({
    where: { ...where, isLeading: true },
    select: { body: { select: { name: true } } },
  });
  return {
    ...row,
    /** What was published; without it there is no procedure and no deadline. */
    document: publication ? consultationDocumentSchema.parse(publication.document) : undefined,
    /** Only those that are material. */
    corrections,
    bodyName: leading?.body.name ?? '',
  };
}

async function loadConsultees(consultationId: string, client: Transaction) {
  const where = { consultee: { consultationId } };
  const consultees = await client.consultee.findMany({
    where: { consultationId },
    select: consulteeColumns,
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const notices = byConsultee(
    await client.notice.findMany({
      where,
      select: noticeColumns,
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const replies = byConsultee(
    await client.consulteeReply.findMany({
      where,
      select: replyColumns,
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const requests = byConsultee(
    await client.consulteeRequest.findMany({ where, orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] }),
  );
  const extensions = byConsultee(
    await client.consulteeExtension.findMany({ where, orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }] }),
  );
  const contests = byConsultee(
    await client.contest.findMany({ where, orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] }),
  );
  const outcomes = byConsultee(
    await client.silenceOutcome.findMany({ where, orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] }),
  );
  return consultees.map((consultee) => ({
    ...consultee,
    notices: notices(consultee.id),
    replies: replies(consultee.id),
    requests: requests(consultee.id),
    extensions: extensions(consultee.id),
    contests: contests(consultee.id),
    outcomes: outcomes(consultee.id),
  }));
}

function byConsultee<Item extends { consulteeId: string }>(items: Item[]): (consulteeId: string) => Item[] {
  const grouped = Map.groupBy(items, ({ consulteeId }) => consulteeId);
  return (consulteeId) => grouped.get(consulteeId) ?? [];
}

/** When the hub was down in the closing hours of any of the deadlines. */
async function loadOutages(
  { closesAt, postClosesAt }: { closesAt: Date | null; postClosesAt: Date | null },
  consultees: readonly { closesAt: Date | null }[],
  client: Transaction,
): Promise<Register['outages']> {
  if (!closesAt || consultees.length === 0) return [];
  const deadlines = [closesAt, postClosesAt, ...consultees.map((consultee) => consultee.closesAt)];
  const last = Math.max(...deadlines.map((deadline) => deadline?.getTime() ?? 0));
  const closingFrom = closesAt.getTime() - CLOSING_HOURS * 3_600_000;
  return client.outage.findMany({
    where: { until: { gt: new Date(closingFrom) }, from: { lt: new Date(last) } },
    select: { id: true, from: true, until: true },
  });
}
