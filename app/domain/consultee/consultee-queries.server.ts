import { notFound } from '~/domain/hub-error';
import { can, type Ability, type Actor } from '~/domain/identity';
import { proposedExtension, summariseOutcomes, type Decision, type OutcomeSummary } from '~/domain/silence';
import { deemedDeliveredOn, localDayOf, type Nation } from '~/domain/deadline';
import { hubNow, toInstant } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import { REGISTER_ABILITIES, registerFor } from './consultee-access.server';
import { loadRegister, type ConsulteeRow, type NoticeRow, type Register } from './consultee-rows.server';
import { judgeRegister } from './outcomes.server';
import { awaitingNotice } from './send-notices.server';

/** What somebody may do with the register; `record`: write down what came from a consultee or became of a notice. */
export type RegisterRights = Record<(typeof REGISTER_ABILITIES)[number] | 'record', boolean>;

/** A consultee as staff see it; what the rule says of it only once the consultation is published. */
export type StaffConsultee = Omit<ConsulteeRow, 'replies'> & {
  replies: (ConsulteeRow['replies'][number] & { isLate?: boolean })[];
  deadline?: string;
  decision?: Decision;
};

export type StaffRegister = {
  zone: string;
  isPublished: boolean;
  /** Nobody's deadline is still to come. */
  isOver: boolean;
  hasProcedure: boolean;
  rights: RegisterRights;
  consultees: StaffConsultee[];
  /** Sums to the register; absent before publication. */
  summary: OutcomeSummary | undefined;
  awaitingFirst: number;
  awaitingFresh: number;
  lettersDue: number;
};

/** The whole register with what the silence rule says of each now. @throws HubError as `registerFor` */
export async function readRegister(actor: Actor, consultationId: string): Promise<StaffRegister> {
  const { rights, register, now } = await openForStaff(actor, consultationId);
  const consultees = staffConsultees(register, now);
  const decisions = consultees.flatMap(({ decision }) => decision ?? []);
  const isPublished = register.consultation.document !== undefined;
  return {
    zone: register.consultation.zone,
    isPublished,
    isOver:
      isPublished &&
      consultees.every(({ deadline }) => isPast(deadline, now)) &&
      isPast(closesAt(register), now),
    hasProcedure: register.consultation.document?.silence !== undefined,
    rights,
    consultees,
    summary: isPublished ? summariseOutcomes(decisions) : undefined,
    awaitingFirst: awaitingNotice(register, 'first').length,
    awaitingFresh: awaitingNotice(register, 'fresh-notice').length,
    lettersDue: consultees.flatMap(({ notices }) => notices).filter(isLetterDue).length,
  };
}

/** One consultee with everything that happened to it. @throws HubError `not-found`, and as `registerFor` */
export async function readConsultee(actor: Actor, ids: { consultationId: string; consulteeId: string }) {
  const { rights, register, now, authorId } = await openForStaff(actor, ids.consultationId);
  const consultee = staffConsultees(register, now).find(({ id }) => id === ids.consulteeId);
  if (!consultee) throw notFound();
  const { zone, document } = register.consultation;
  const mayDecide = rights.approve && authorId !== actor.userId;
  return {
    zone,
    rights: { ...rights, decide: mayDecide },
    /** The open contest, if this person is one who may decide it. */
    contestToDecide: consultee.contests.find(
      ({ decidedAt, recordedById }) => mayDecide && !decidedAt && recordedById !== actor.userId,
    )?.id,
    isPublished: document !== undefined,
    isOver: isPast(consultee.deadline, now),
    hasProcedure: document?.silence !== undefined,
    consultee,
    extension: extensionFor(register, consultee, now),
  };
}
export type StaffConsulteePage = Awaited<ReturnType<typeof readConsultee>>;

/** The letters that were written and are neither posted nor handed over, the oldest first. */
export async function listLettersDue(actor: Actor, consultationId: string) {
  await registerFor(actor, ['write', 'register'], consultationId);
  return database().notice.findMany({
    where: {
      consultee: { consultationId },
      method: { not: 'email' },
      postedOn: null,
      handedOverAt: null,
      failedAt: null,
    },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: 500,
    select: {
      id: true,
      kind: true,
      recordedAt: true,
      consultee: { select: { id: true, name: true, postalAddress: true } },
    },
  });
}

/** Whether a letter waits to be posted or handed over. */
function isLetterDue({ method, postedOn, handedOverAt, failedAt }: NoticeRow): boolean {
  return method !== 'email' && !postedOn && !handedOverAt && !failedAt;
}

/** Those who still have to be sent a notice of this round. */
export async function listAwaitingNotice(
  actor: Actor,
  consultationId: string,
  round: 'first' | 'fresh-notice',
): Promise<ConsulteeRow[]> {
  await registerFor(actor, ['write'], consultationId);
  return awaitingNotice(await loadRegister(consultationId), round);
}

async function openForStaff(actor: Actor, consultationId: string) {
  const { bodies, authorId } = await registerFor(actor, REGISTER_ABILITIES, consultationId);
  const bodyIds = bodies.map(({ bodyId }) => bodyId);
  const may = (ability: Ability) => can(actor, ability, bodyIds);
  const [write, approve, register] = [may('write'), may('approve'), may('register')];
  const rights: RegisterRights = { write, approve, register, record: write || register };
  return { rights, authorId, register: await loadRegister(consultationId), now: await hubNow() };
}

function staffConsultees(register: Register, now: Temporal.Instant): StaffConsultee[] {
  if (!register.consultation.document) return register.consultees;
  return judgeRegister(register, now).map((each) => ({ ...each, deadline: each.deadline.toString() }));
}

const closesAt = ({ consultation }: Register) => consultation.closesAt?.toISOString();

const isPast = (deadline: string | undefined, now: Temporal.Instant) =>
  deadline !== undefined && Temporal.Instant.compare(now, deadline) >= 0;

/** The extension without which the silence period does not fit any more, where one is needed. */
function extensionFor(
  { consultation: { zone, document } }: Register,
  { deadline, decision, notices }: StaffConsultee,
  now: Temporal.Instant,
): { closesOn: string; extraDays: number } | undefined {
  if (!document?.silence || !deadline || decision?.outcome !== 'awaiting' || isPast(deadline, now))
    return undefined;
  const wasAsked = notices.some(({ kind }) => kind === 'first');
  const holds = (id: string) => decision.conditions.find((condition) => condition.id === id)?.holds;
  if (!wasAsked || holds('accepted-code-first') !== true || holds('period-fits') === true) return undefined;
  const proposed = proposedExtension({
    provedOn: provedOnOf(notices, zone, document.timetable.nation) ?? localDayOf(now, zone),
    closesAt: Temporal.Instant.from(deadline),
    zone,
    periodDays: document.silence.periodDays,
  });
  return proposed && { closesOn: proposed.closesOn, extraDays: proposed.extraDays };
}

/** The earliest day on which a notice of the proposition is proved to have arrived. */
function provedOnOf(notices: readonly NoticeRow[], zone: string, nation: Nation): string | undefined {
  return notices
    .filter(({ kind, failedAt }) => (kind === 'first' || kind === 'fresh-notice') && !failedAt)
    .flatMap(({ acknowledgedAt, handedOverAt, postedOn, method }) => {
      const seen = [acknowledgedAt, handedOverAt].flatMap((at) =>
        at ? [localDayOf(toInstant(at), zone)] : [],
      );
      if (!postedOn) return seen;
      const postClass = method === 'second-class' ? 'second' : 'first';
      return [
        ...seen,
        deemedDeliveredOn({ postedOn: postedOn.toISOString().slice(0, 10), postClass, nation }),
      ];
    })
    .toSorted()[0];
}
