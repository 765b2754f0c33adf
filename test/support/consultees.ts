import { randomUUID } from 'node:crypto';
import { addConsultee } from '~/domain/consultee/add-consultee.server';
import type { ConsulteeInput } from '~/domain/consultee/consultee-input';
import { findCaller, type ConsulteeCaller } from '~/domain/consultee/consultee-caller.server';
import { noticeToken } from '~/domain/consultee/notice-token.server';
import { outcomesOf } from '~/domain/consultee/outcomes.server';
import { sendNotices } from '~/domain/consultee/send-notices.server';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, inAll } from './factories';

/** The silence procedure as a document has it: 56 days, four weeks to contest. */
export const aSilence = (overrides: Record<string, unknown> = {}) => ({
  proposition: inAll('The partners apply the code from January'),
  periodDays: 56,
  objectionEndsForAll: false,
  contestDays: 28,
  isStatutory: false,
  ...overrides,
});

/**
 * A consultation with the procedure on, open from 2026-05-02 to 2026-07-31 12:00 UTC when the clock stands at
 * 2026-06-01 12:00 UTC, and its people.
 */
export async function aConsultationOfConsultees({
  silence = aSilence(),
  document,
  ...rest
}: {
  silence?: ReturnType<typeof aSilence> | undefined;
  document?: Parameters<typeof aDocument>[0];
} & Partial<Omit<Parameters<typeof aConsultation>[0], 'document'>> = {}) {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const approver = await aPerson({ body, roles: ['approver'] });
  const clerk = await aPerson({ body, roles: ['clerk'] });
  const analyst = await aPerson({ body, roles: ['analyst'] });
  const consultation = await aConsultation({
    body,
    author,
    document: aDocument({ ...(silence && { silence }), ...document }),
    ...rest,
  });
  return { body, author, approver, clerk, analyst, consultation };
}
export type Setting = Awaited<ReturnType<typeof aConsultationOfConsultees>>;

/** A consultee that accepted the code a month ago and reads e-mail, unless said otherwise. */
export async function aConsultee(setting: Setting, overrides: Partial<ConsulteeInput> = {}): Promise<string> {
  const short = randomUUID().slice(0, 8);
  const { consulteeId } = await addConsultee(setting.author.actor, setting.consultation.id, {
    name: `Consultee ${short}`,
    kind: 'organisation',
    email: `${short}@example.org`,
    language: 'en',
    signedUpPersonally: false,
    acceptedCodeOn: '2026-05-04',
    acceptedCodeEvidence: 'Signed the code at the annual meeting',
    ...overrides,
  });
  return consulteeId;
}

/** Sends the first notice to these consultees. */
export function notify({ author, consultation }: Setting, consulteeIds: string[]) {
  return sendNotices(author.actor, consultation.id, { round: 'first', consulteeIds });
}

/** The newest notice of a kind to a consultee. */
export function newestNotice(consulteeId: string, kind = 'first') {
  return database().notice.findFirstOrThrow({
    where: { consulteeId, kind },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  });
}

/** The consultee as it comes through the link of its newest first notice. */
export async function callerOf(consulteeId: string): Promise<ConsulteeCaller> {
  const caller = await findCaller(noticeToken((await newestNotice(consulteeId)).id));
  if (!caller) throw new Error('The link of the notice leads nowhere');
  return caller;
}

/** What the rule says of each consultee now, by id. */
export async function decisionsNow({ consultation }: Setting) {
  const { consultees, summary } = await outcomesOf(consultation.id, await hubNow());
  return { of: Object.fromEntries(consultees.map(({ id, decision }) => [id, decision])), summary };
}
