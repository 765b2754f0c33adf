import { randomUUID } from 'node:crypto';
import { createTheme } from '~/domain/analysis/change-codebook.server';
import { attachScan } from '~/domain/arrival/attach-scan.server';
import { proposeCorrection } from '~/domain/consultation/propose-correction.server';
import { reportProblem } from '~/domain/consultation/report-problem.server';
import { recordRequest } from '~/domain/consultee/request-help.server';
import { addFinding } from '~/domain/feedback/change-findings.server';
import { requestCheck } from '~/domain/keying/request-check.server';
import { flagRisk } from '~/domain/risk/flag-risk.server';
import { ROLES } from '~/domain/identity';
import { database } from '~/platform/database/database.server';
import { aConsultation, aBody, aPerson, inAll, type Person } from './factories';
import { aConsultationOfConsultees, aConsultee, newestNotice, notify } from './consultees';
import { anArrival, keyed } from './keyed';
import { keepReport } from './reading';
import { someResponses } from './responses';

/** Everybody who can have an account, named by what they are. */
export const EVERYBODY = [
  'author',
  'approver',
  'clerk',
  'analyst',
  'translator',
  'otherBody',
  'infrastructure',
  'administrator',
] as const;
export type Who = (typeof EVERYBODY)[number];

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export type Everything = Awaited<ReturnType<typeof oneOfEverything>>;

/**
 * A hub with one of each thing that an address can name: an open consultation with its consultees, notices, arrivals,
 * responses and flags, a draft, a closed one with a late entry, and a reported one; and one person of each kind.
 */
export async function oneOfEverything() {
  const setting = await aConsultationOfConsultees();
  const { body, author, approver, clerk, analyst, consultation } = setting;
  const elsewhere = await aBody();
  const passingOn = await aBody({ name: 'Voluntary Action', kind: 'voluntary', isInfrastructure: true });
  const people: Record<Who, Person> = {
    author,
    approver,
    clerk,
    analyst,
    translator: await aPerson({ body, roles: ['translator'] }),
    otherBody: await aPerson({ body: elsewhere, roles: ROLES }),
    infrastructure: await aPerson({ body: passingOn, roles: [] }),
    administrator: await aPerson({ isAdministrator: true }),
  };
  const draft = await aConsultation({ body, author, state: 'draft' });
  const closed = await aConsultation({ body, author, state: 'closed' });
  const reported = await aConsultation({ body, author, state: 'closed' });
  await keepReport(reported.id, '2026-05-30T09:00:00Z');

  const [late = ''] = await someResponses(closed, [
    { receivedAt: '2026-05-20T10:00:00Z', answers: { option: { choice: 'mornings' } } },
  ]);
  return {
    body,
    people,
    /** Keys what the clerk checks, as nobody checks their own. */
    open: consultation,
    draft,
    closed,
    reported,
    late,
    undelivered: await anUndelivered(consultation.id),
    ...(await consulteesOf(setting)),
    ...(await arrivalsOf(setting)),
    ...(await reportsOf(setting)),
    ...(await analysisOf(people, closed)),
  };
}

/** An e-mail that no attempt could deliver. */
async function anUndelivered(consultationId: string): Promise<string> {
  const { id } = await database().delivery.create({
    data: {
      cause: `test:${randomUUID()}`,
      template: 'report-published',
      props: { consultationId, audience: 'respondent' },
      language: 'cy',
      toAddress: 'ann@example.org',
      state: 'failed',
      consultationId,
      settledAt: new Date('2026-05-31T12:00:00Z'),
    },
    select: { id: true },
  });
  return id;
}

/** A theme and a finding of what was written to the closed consultation. */
async function analysisOf(
  { analyst, author }: Record<Who, Person>,
  closed: Awaited<ReturnType<typeof aConsultation>>,
) {
  const [read = ''] = await someResponses(closed, [
    { receivedAt: '2026-04-20T10:00:00Z', texts: { comment: 'More light in the evenings' } },
    { receivedAt: '2026-04-21T10:00:00Z', texts: { comment: 'Longer hours' } },
  ]);
  const { themeId } = await createTheme(analyst.actor, closed.id, {
    questionId: 'comment',
    name: { en: 'Light' },
    description: '',
    suggestedBy: 'light',
  });
  const { findingId } = await addFinding(author.actor, closed.id, {
    said: inAll('People want light'),
    themeIds: [themeId],
    stance: 'accepted',
    decision: inAll('There will be light'),
    action: inAll('New lamps'),
    actionBy: 'Library service',
    actionOn: '2026-09-01',
    isActionDone: false,
    whyNot: {},
    differsFromMost: false,
    rationale: {},
  });
  return { read, theme: themeId, finding: findingId };
}

async function consulteesOf(setting: Awaited<ReturnType<typeof aConsultationOfConsultees>>) {
  const { clerk, consultation } = setting;
  const [consultee, byPost, leaving, unasked] = [
    await aConsultee(setting),
    await aConsultee(setting, { email: undefined, postalAddress: '1 Mill Lane\nHereford' }),
    await aConsultee(setting),
    await aConsultee(setting),
  ];
  await notify(setting, [consultee, byPost, leaving]);
  await recordRequest(
    clerk.actor,
    { consultationId: consultation.id, consulteeId: consultee },
    { kind: 'format', text: 'Large print, please' },
  );
  const request = await database().consulteeRequest.findFirstOrThrow({ where: { consulteeId: consultee } });
  const contest = await database().contest.create({
    data: { consulteeId: consultee, reasons: 'We wrote in May', recordedById: clerk.userId },
  });
  return {
    consultee,
    byPost,
    leaving,
    unasked,
    notice: (await newestNotice(consultee)).id,
    letter: (await newestNotice(byPost)).id,
    request: request.id,
    contest: contest.id,
  };
}

async function arrivalsOf({
  body,
  clerk,
  consultation,
}: Awaited<ReturnType<typeof aConsultationOfConsultees>>) {
  const colleague = await aPerson({ body, roles: ['clerk'] });
  const arrival = await anArrival(clerk, consultation);
  await attachScan(clerk.actor, consultation.id, { arrivalId: arrival.id, scan: new Uint8Array(PNG) });
  const toKey = await anArrival(clerk, consultation);
  const { responseId } = await keyed(colleague, consultation, await anArrival(colleague, consultation));
  const isDrawn = await database().sampleCheck.count({ where: { responseId } });
  if (!isDrawn) await requestCheck(colleague.actor, consultation.id, { responseId });
  await flagRisk(clerk.actor, consultation.id, {
    subject: { responseId },
    kinds: ['at-risk'],
    note: 'Afraid of a neighbour',
  });
  const flag = await database().riskFlag.findFirstOrThrow({ where: { consultationId: consultation.id } });
  return { arrival: arrival.id, toKey: toKey.id, response: responseId, flag: flag.id };
}

async function reportsOf({ author, consultation }: Awaited<ReturnType<typeof aConsultationOfConsultees>>) {
  await reportProblem({
    slug: consultation.slug,
    text: 'The second question leads',
    email: 'ann@example.org',
    language: 'en',
    formKey: randomUUID(),
    clientAddress: '127.0.0.1',
  });
  await proposeCorrection(author.actor, {
    consultationId: consultation.id,
    what: inAll('A date was wrong'),
    why: inAll('A slip'),
    isMaterial: false,
  });
  const problem = await database().problemReport.findFirstOrThrow({
    where: { consultationId: consultation.id },
  });
  return { problem: problem.id };
}
