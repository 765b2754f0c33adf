import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { storeInMailbox } from '~/domain/delivery/mailbox.server';
import { queueDeliveries, type NewDelivery } from '~/domain/delivery/queue-delivery.server';
import { sendDelivery } from '~/domain/delivery/send-delivery.server';
import { phraseFor } from '~/domain/response/receipt-phrase.server';
import { database, inTransaction } from '~/platform/database/database.server';
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
  const id = setting.consultation.id;
  const messages: [Omit<NewDelivery, 'cause' | 'toAddress' | 'language'>, string][] = [
    [{ template: 'receipt', props: { responseId } }, '/ur/your-response'],
    [
      { template: 'response-withdrawn', props: { responseId } },
      `/ur/consultations/${setting.consultation.slug}`,
    ],
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

/** A real mail server that answers RCPT TO with this code. */
async function useMailServer(code: number | undefined): Promise<void> {
  await stopMailServer();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(code ? Object.assign(new Error('not here'), { responseCode: code }) : undefined),
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
  await sendDelivery((await newestNotice(refused)).deliveryId ?? '');
  expect(await newestNotice(refused)).toMatchObject({
    sentAt: null,
    failure: expect.stringContaining('550'),
  });
  await useMailServer(undefined);
  await sendDelivery((await newestNotice(taken)).deliveryId ?? '');
  expect(await newestNotice(taken)).toMatchObject({
    failedAt: null,
    sentAt: new Date('2026-06-01T12:00:00Z'),
  });
});

test('a mail server that asks to come back later leaves the notice waiting', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  await useMailServer(451);
  await expect(sendDelivery((await newestNotice(consultee)).deliveryId ?? '')).rejects.toThrow();
  expect(await newestNotice(consultee)).toMatchObject({ sentAt: null, failedAt: null });
});
