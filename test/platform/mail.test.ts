import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import {
  connectMail,
  disconnectMail,
  type MailMessage,
  type MailTransport,
  sendMail,
  smtpTransport,
} from '~/platform/mail/transport.server';

const message: MailMessage = {
  messageId: '<delivery-1@hub.example>',
  to: 'ann@example.org',
  subject: 'Eich ymateb – جواب',
  text: 'Thank you.',
  html: '<p>Thank you.</p>',
  headers: { 'List-Unsubscribe': '<https://hub.example/follow/stop>' },
};

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Refusals {
  /** Answers to RCPT TO. */
  readonly recipient?: number;
  /** Answers after the message was sent. */
  readonly content?: number;
  readonly signIn?: boolean;
}

function refusal(code: number): Error {
  return Object.assign(new Error('not today'), { responseCode: code });
}

/** A real SMTP server on this machine, and the messages it took. */
async function aMailServer({ recipient, content, signIn = false }: Refusals = {}) {
  const received: string[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: !signIn,
    disabledCommands: signIn ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (_auth, _session, done) => done(refusal(535)),
    onRcptTo({ address }, _session, done) {
      recipients.push(address);
      done(recipient ? refusal(recipient) : undefined);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (content) return done(refusal(content));
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: portOf(server.server), received, recipients };
}

/** A server that accepts connections and says nothing after its first words. */
async function aStallingServer(firstWords = '') {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write(firstWords);
    closers.push(() => void socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return { port: portOf(server) };
}

function portOf(server: { address(): ReturnType<Server['address']> }): number {
  return (server.address() as AddressInfo).port;
}

function transportTo(port: number, user = ''): MailTransport {
  const transport = smtpTransport({
    smtpUrl: `smtp://${user}127.0.0.1:${port}`,
    from: '"The hub" <hub@hub.example>',
    timeouts: { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 300 },
  });
  closers.push(() => transport.close());
  return transport;
}

test('an accepted message arrives whole, with the Message-ID it was given', async () => {
  const { port, received } = await aMailServer();

  expect(await transportTo(port).send(message)).toEqual({
    fate: 'accepted',
    answer: expect.stringMatching(/^250/) as string,
  });

  const [mail = ''] = received;
  expect(mail).toContain('Message-ID: <delivery-1@hub.example>');
  expect(mail).toContain('From: The hub <hub@hub.example>');
  expect(mail).toContain('To: ann@example.org');
  expect(mail).toContain('List-Unsubscribe: <https://hub.example/follow/stop>');
  expect(mail).toContain('Auto-Submitted: auto-generated');
  expect(mail).toMatch(/multipart\/alternative/);
});

test('several messages at once all arrive', async () => {
  const { port, received } = await aMailServer();
  const transport = transportTo(port);

  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      transport.send({ ...message, messageId: `<${index}@hub.example>` }),
    ),
  );

  expect(received).toHaveLength(20);
});

test('an address that the server refuses for good is a permanent failure', async () => {
  const { port } = await aMailServer({ recipient: 550 });

  expect(await transportTo(port).send(message)).toEqual({
    fate: 'permanent',
    code: 550,
    reason: '550 not today',
  });
});

test('an address that the server refuses for now is a temporary failure', async () => {
  const { port } = await aMailServer({ recipient: 451 });

  expect(await transportTo(port).send(message)).toMatchObject({ fate: 'temporary', code: 451 });
});

test.each([
  [554, 'permanent'],
  [452, 'temporary'],
])('a message refused with %i after it was sent is a %s failure', async (content, fate) => {
  const { port } = await aMailServer({ content });

  expect(await transportTo(port).send(message)).toMatchObject({ fate, code: content });
});

test('a refused password is our fault, not the recipient’s: temporary', async () => {
  const { port } = await aMailServer({ signIn: true });

  expect(await transportTo(port, 'hub:wrong@').send(message)).toMatchObject({ fate: 'temporary', code: 535 });
});

test('a forgotten password is our fault too', async () => {
  const { port } = await aMailServer({ signIn: true });

  expect(await transportTo(port).send(message)).toMatchObject({ fate: 'temporary', code: 530 });
});

test.each([
  ['before its greeting', ''],
  ['after its greeting', '220 hub ESMTP\r\n'],
])('a server that falls silent %s is given up in time, as a temporary failure', async (_when, firstWords) => {
  const { port } = await aStallingServer(firstWords);

  expect(await transportTo(port).send(message)).toMatchObject({ fate: 'temporary', code: undefined });
});

test('a server that is not there is a temporary failure', async () => {
  expect(await transportTo(1).send(message)).toMatchObject({ fate: 'temporary', code: undefined });
});

test('an address that is none is a permanent failure', async () => {
  const { port } = await aMailServer();

  expect(await transportTo(port).send({ ...message, to: 'nobody' })).toMatchObject({ fate: 'permanent' });
});

test('neither subject nor address can smuggle in a recipient', async () => {
  const { port, received, recipients } = await aMailServer();
  const transport = transportTo(port);

  await transport.send({ ...message, subject: 'Hello\r\nBcc: eve@example.org' });
  await transport.send({ ...message, to: 'ann@example.org, eve@example.org' });
  await transport.send({ ...message, to: 'ann@example.org\r\nBcc: eve@example.org' });

  expect(received.join()).not.toMatch(/^Bcc:/im);
  expect(recipients).not.toContain('eve@example.org');
});

test('without a mail server messages are kept where the caller says', async () => {
  const kept: MailMessage[] = [];
  connectMail({ smtpUrl: undefined, from: 'hub@hub.example', store: async (each) => void kept.push(each) });
  closers.push(disconnectMail);

  expect(await sendMail(message)).toMatchObject({ fate: 'accepted' });
  expect(kept).toEqual([message]);
});
