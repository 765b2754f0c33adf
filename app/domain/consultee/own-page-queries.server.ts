import { notPermitted } from '~/domain/hub-error';
import type { Decision } from '~/domain/silence';
import { hubNow } from '~/platform/database/clock.server';
import { lastPostmarkedArrival } from './consultee';
import type { ConsulteeCaller } from './consultee-caller.server';
import { contestWindow } from './contest-window';
import { loadRegister, type ConsulteeRow, type Register } from './consultee-rows.server';
import { judgeRegister, type JudgedConsultee } from './outcomes.server';

/** What a consultee sees on its own page: what it is asked, what it has said, and what was made of its silence. */
export type OwnPage = {
  name: string;
  slug: string;
  bodyName: string;
  zone: string;
  document: NonNullable<Register['consultation']['document']>;
  /** Exclusive, ISO 8601. */
  deadline: string;
  isOver: boolean;
  /** Where letters count by their postmark: until when one that was posted in time may arrive. */
  lastArrivalAt: string | undefined;
  /** Whether silence can be recorded for this consultee at all; undefined without the procedure. */
  silenceApplies: boolean | undefined;
  /** When the notice that counts was acknowledged. */
  acknowledgedAt: Date | null;
  replies: Pick<ConsulteeRow['replies'][number], 'id' | 'kind' | 'text' | 'receivedAt'>[];
  requests: Pick<ConsulteeRow['requests'][number], 'id' | 'kind' | 'text' | 'madeAt' | 'fulfilledAt'>[];
  /** Objections of others: how many, and whose where the objector agreed. */
  objections: { count: number; names: string[] };
  decision: Decision;
  contest: 'possible' | 'open' | 'over' | 'none';
  hasWithdrawn: boolean;
};

/** The page of whoever followed the link of a notice. Reading it records nothing. @throws HubError `not-permitted` */
export async function readOwnPage(caller: ConsulteeCaller): Promise<OwnPage> {
  const register = await loadRegister(caller.consultationId);
  const { consultation } = register;
  const { document, slug, zone, bodyName } = consultation;
  const now = await hubNow();
  const judged = document ? judgeRegister(register, now) : [];
  const own = judged.find(({ id }) => id === caller.consulteeId);
  if (!document || !own) throw notPermitted();
  const asked = own.notices.filter(({ kind }) => kind === 'first' || kind === 'fresh-notice').at(-1);
  const accepted = own.decision.conditions.find(({ id }) => id === 'accepted-code-first')?.holds;
  return {
    name: own.name,
    slug,
    bodyName,
    zone,
    document,
    deadline: own.deadline.toString(),
    lastArrivalAt: lastPostmarkedArrival(consultation, own)?.toString(),
    isOver: Temporal.Instant.compare(now, own.deadline) >= 0,
    silenceApplies: document.silence && accepted === true,
    acknowledgedAt: asked?.acknowledgedAt ?? null,
    replies: own.replies.map(({ id, kind, text, receivedAt }) => ({ id, kind, text, receivedAt })),
    requests: own.requests.map(({ id, kind, text, madeAt, fulfilledAt }) => ({
      id,
      kind,
      text,
      madeAt,
      fulfilledAt,
    })),
    objections: objectionsOfOthers(judged, own.id),
    decision: own.decision,
    contest: contestOf(consultation, own, now),
    hasWithdrawn: own.withdrewAt !== null,
  };
}

/** Others learn that there is an objection, never whose, unless the objector agreed. */
function objectionsOfOthers(judged: readonly JudgedConsultee[], ownId: string): OwnPage['objections'] {
  const objectors = judged
    .filter(({ id }) => id !== ownId)
    .flatMap((consultee) => {
      const inTime = consultee.replies.filter(({ kind, isLate }) => kind === 'objection' && !isLate);
      return inTime.length > 0
        ? [{ name: consultee.name, mayBeNamed: inTime.every((reply) => reply.mayBeNamed) }]
        : [];
    });
  return {
    count: objectors.length,
    names: objectors.filter(({ mayBeNamed }) => mayBeNamed).map(({ name }) => name),
  };
}

function contestOf(
  consultation: Register['consultation'],
  { decision, contests, notices }: JudgedConsultee,
  now: Temporal.Instant,
): OwnPage['contest'] {
  if (contests.some(({ decidedAt }) => !decidedAt)) return 'open';
  if (decision.outcome !== 'did-not-object') return 'none';
  return contestWindow(consultation, { notices }, now) === 'open' ? 'possible' : 'over';
}
