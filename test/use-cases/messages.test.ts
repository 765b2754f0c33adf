import { composeMessage } from '#/emails/compose-message.server';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { failLostDeliveries } from '~/domain/delivery/fail-lost-deliveries.server';
import { storeInMailbox } from '~/domain/rehearsal/mailbox.server';
import { queueDeliveries, type NewDelivery } from '~/domain/delivery/queue-delivery.server';
import { sendDelivery } from '~/domain/delivery/send-delivery.server';
import { phraseFor } from '~/domain/response/receipt-phrase.server';
import { startDraft } from '~/domain/response/start-draft.server';
import { database, inTransaction } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';
import { connectMail, disconnectMail } from '~/platform/mail/transport.server';
import { aPerson } from '#/test/support/factories';
import {
  aConsultationOfConsultees,
  aConsultee,
  newestNotice,
  notify,
  type Setting,
} from '#/test/support/consultees';
import { useHub } from '#/test/support/hub';

const hub = useHub();
let setting: Setting;
let responseId: string;

beforeAll(async () => {
  setting = await aConsultationOfConsultees();
  responseId = randomUUID();
  await database().response.create({
    data: {
      id: responseId,
      consultationId: setting.consultation.id,
      questionnaireVersionId: setting.consultation.questionnaireVersionId,
      reference: 'K7QF-3M9T-2',
      publicReference: randomUUID(),
      channel: 'web',
      language: 'en',
      receivedAt: new Date('2026-06-01T12:00:00Z'),
      recordedAt: new Date('2026-06-01T12:00:00Z'),
      isLate: false,
      withdrawal: { create: {} },
    },
  });
});

/** Queues one message, does the job, and answers what arrived. */
async function deliver(
  message: Omit<NewDelivery, 'cause' | 'toAddress' | 'language'>,
  language: 'en' | 'cy' | 'ur',
) {
  const toAddress = `${randomUUID()}@example.org`;
  const delivery = { ...message, language, toAddress, cause: `test:${toAddress}` } as NewDelivery;
  await inTransaction((tx) => queueDeliveries(tx, [delivery]));
  await hub.runJobs();
  const arrived = (await hub.mailbox()).filter(({ to }) => to === toAddress);
  expect(arrived).toHaveLength(1);
  return {
    subject: arrived[0]?.subject ?? '',
    text: (arrived[0]?.text ?? '').replace(/[ \n]+/g, ' '),
    html: arrived[0]?.html ?? '',
  };
}

test('a receipt has the reference, the phrase, the time and the promised day of feedback', async () => {
  const { subject, text } = await deliver({ template: 'receipt', props: { responseId } }, 'en');
  expect(subject).toContain('K7QF-3M9T-2');
  expect(text).toContain(phraseFor(responseId));
  expect(text).toContain('1pm on 1 June 2026 (UK time)');
  expect(text).toContain('The report is promised by 26 October 2026');
  expect(text).toContain('/your-response');
});

test('every message is in the language of its recipient', async () => {
  const problem = await database().problemReport.create({
    data: {
      consultationId: setting.consultation.id,
      text: 'The map is upside down',
      language: 'ur',
      formKey: randomUUID(),
      reply: 'We turned it',
    },
  });
  const { userId } = await aPerson({ body: setting.body, roles: ['author'] });
  const { id: draftId } = await startDraft({ slug: setting.consultation.slug, language: 'en' });
  const id = setting.consultation.id;
  const messages: [Omit<NewDelivery, 'cause' | 'toAddress' | 'language'>, string][] = [
    [{ template: 'receipt', props: { responseId } }, '/ur/your-response'],
    [
      { template: 'response-withdrawn', props: { responseId } },
      `/ur/consultations/${setting.consultation.slug}`,
    ],
    [{ template: 'resume-link', props: { draftId } }, `/ur/respond/${setting.consultation.slug}/resume/`],
    [{ template: 'problem-reply', props: { problemId: problem.id } }, 'We turned it'],
    [{ template: 'report-published', props: { consultationId: id, audience: 'consultee' } }, '/report'],
    [{ template: 'invitation', props: { userId, invitationId: id } }, '/ur/invitation/'],
    [{ template: 'password-link', props: { userId, linkId: id } }, '/ur/password/'],
  ];
  for (const [message, words] of messages) {
    const { html, text, subject } = await deliver(message, 'ur');
    expect(html).toContain('dir="rtl" lang="ur"');
    expect(text).toContain(words);
    expect(subject).toMatch(/[\u0600-\u06ff]/);
  }
});

test('nothing is queued twice for one cause', async () => {
  const delivery: NewDelivery = {
    cause: 'once',
    template: 'receipt',
    props: { responseId },
    language: 'en',
    toAddress: 'once@example.org',
  };
  expect(await inTransaction((tx) => queueDeliveries(tx, [delivery]))).toBe(1);
  expect(await inTransaction((tx) => queueDeliveries(tx, [delivery]))).toBe(0);
  await hub.runJobs();
  expect((await hub.mailbox()).filter(({ to }) => to === 'once@example.org')).toHaveLength(1);
});

let server: SMTPServer | undefined;
afterEach(async () => {
  await stopMailServer();
  connectMail({ smtpUrl: undefined, from: 'hub@example.org', store: storeInMailbox });
});

/** Lets go of the connection first, for the server waits for it. */
async function stopMailServer(): Promise<void> {
  disconnectMail();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
}

/** A real mail server that answers RCPT TO with this code, quoting the address. */
async function useMailServer(code: number | undefined): Promise<void> {
  await stopMailServer();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(code ? Object.assign(new Error(`<${address}> not here`), { responseCode: code }) : undefined),
    onData: (stream, _session, done) => stream.resume().on('end', () => done()),
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server?.listen(0, '127.0.0.1', () => {
      const address = listening?.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  connectMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'hub@example.org', store: storeInMailbox });
}

test('a mail server’s refusal for good marks the notice failed, its acceptance marks it sent', async () => {
  const [refused, taken] = [await aConsultee(setting), await aConsultee(setting)];
  await notify(setting, [refused, taken]);
  await useMailServer(550);
  await sendDelivery((await newestNotice(refused)).deliveryId ?? '', { compose: composeMessage });
  expect(await newestNotice(refused)).toMatchObject({
    sentAt: null,
    failure: expect.stringContaining('550'),
  });
  await useMailServer(undefined);
  await sendDelivery((await newestNotice(taken)).deliveryId ?? '', { compose: composeMessage });
  expect(await newestNotice(taken)).toMatchObject({
    failedAt: null,
    sentAt: new Date('2026-06-01T12:00:00Z'),
  });
});

test('a mail server that asks to come back later leaves the notice waiting', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  await useMailServer(451);
  await expect(
    sendDelivery((await newestNotice(consultee)).deliveryId ?? '', { compose: composeMessage }),
  ).rejects.toThrow();
  expect(await newestNotice(consultee)).toMatchObject({ sentAt: null, failedAt: null });
});

/** A receipt whose job has been tried so many times. */
async function aReceiptTried(attempts: number): Promise<{ id: string; toAddress: string }> {
  const id = randomUUID();
  const toAddress = `${id}@example.org`;
  const delivery: NewDelivery = {
    id,
    cause: `test:${id}`,
    template: 'receipt',
    props: { responseId },
    language: 'en',
    toAddress,
  };
  await inTransaction((tx) => queueDeliveries(tx, [delivery]));
  await database()
    .$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = ${attempts}::int WHERE payload->>'deliveryId' = ${id}`;
  return { id, toAddress };
}

const fateOf = (id: string) => database().delivery.findUniqueOrThrow({ where: { id } });

test('an e-mail that no attempt could deliver has failed at the last, and says why without the address', async () => {
  await useMailServer(451);
  const { id, toAddress } = await aReceiptTried(11);
  await hub.runJobs();
  const { state, lastError, settledAt } = await fateOf(id);
  expect({ state, settledAt }).toEqual({ state: 'failed', settledAt: new Date('2026-06-01T12:00:00Z') });
  expect(lastError).toContain('451');
  expect(lastError).not.toContain(toAddress);
  const [left] = await database().$queryRaw<[{ count: number }]>`
    SELECT count(*)::int FROM graphile_worker._private_jobs WHERE payload->>'deliveryId' = ${id}`;
  expect(left.count).toBe(0);
});

test('an e-mail that the hub cannot write fails at the last attempt too', async () => {
  const { id } = await aReceiptTried(11);
  await database().delivery.update({ where: { id }, data: { props: { responseId: randomUUID() } } });
  log.level = 'silent';
  await hub.runJobs();
  log.level = 'error';
  expect(await fateOf(id)).toMatchObject({ state: 'failed', lastError: null });
});

test('a notice that no attempt could deliver has failed', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  await useMailServer(451);
  await sendDelivery((await newestNotice(consultee)).deliveryId ?? '', {
    compose: composeMessage,
    isLastAttempt: true,
  });
  expect(await newestNotice(consultee)).toMatchObject({
    sentAt: null,
    failedAt: new Date('2026-06-01T12:00:00Z'),
    failure: expect.stringContaining('451'),
  });
});

test('what an attempt fails with names no address, in the log or with the job', async () => {
  await useMailServer(451);
  const { id, toAddress } = await aReceiptTried(3);
  const lines: unknown[] = [];
  const spies = (['error', 'warn', 'info'] as const).map((level) =>
    vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line)),
  );
  await hub.runJobs();
  for (const spy of spies) spy.mockRestore();
  const [job] = await database().$queryRaw<[{ error: string }]>`
    SELECT last_error AS error FROM graphile_worker._private_jobs WHERE payload->>'deliveryId' = ${id}`;
  expect(job.error).toContain('451');
  expect(JSON.stringify(lines)).toContain('451');
  expect(JSON.stringify([lines, job])).not.toContain(toAddress);
  expect(await fateOf(id)).toMatchObject({ state: 'pending' });
});

test('what nothing sends any more fails, what still has its job waits', async () => {
  const [given, gone, waiting] = [await aReceiptTried(12), await aReceiptTried(0), await aReceiptTried(11)];
  await database()
    .$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE payload->>'deliveryId' = ${gone.id}`;
  await failLostDeliveries();
  await failLostDeliveries();
  expect(await fateOf(given.id)).toMatchObject({ state: 'failed' });
  expect(await fateOf(gone.id)).toMatchObject({ state: 'failed' });
  expect(await fateOf(waiting.id)).toMatchObject({ state: 'pending', settledAt: null });
});

test('the last attempt that a process is at work on is left to it', async () => {
  const { id } = await aReceiptTried(12);
  await database().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'a worker' WHERE payload->>'deliveryId' = ${id}`;
  await failLostDeliveries();
  expect(await fateOf(id)).toMatchObject({ state: 'pending' });
});
