import { createTransport, type NodemailerError } from 'nodemailer';

/** One e-mail to one person. */
export interface MailMessage {
  /** Stable over retries, like `<id@host>`: a receiver that gets the message twice can tell. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What became of a message. `temporary`: try the same message again later. `permanent`: the receiving server will never take it for this
 * address; ask for another.
 */
export type MailOutcome =
  | { readonly fate: 'accepted'; readonly answer: string }
  | { readonly fate: 'temporary' | 'permanent'; readonly reason: string; readonly code: number | undefined };

export interface MailTransport {
  /** Never throws for what a server said or did not say. */
  send(message: MailMessage): Promise<MailOutcome>;
  close(): void;
}

/** Milliseconds. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends over SMTP, keeping connections open between messages. `smtp://…` uses TLS when offered, `smtps://…` always. */
export function smtpTransport(options: {
  readonly smtpUrl: string;
  readonly from: string;
  readonly timeouts?: typeof TIMEOUTS;
}): MailTransport {
  const smtp = createTransport({
    url: options.smtpUrl,
    pool: true,
    ...(options.timeouts ?? TIMEOUTS),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ headers, to, ...message }) {
      try {
        const { response } = await smtp.sendMail({
          ...message,
          to: { name: '', address: to }, // taken whole: a comma in it makes no second recipient
          from: options.from,
          headers: { 'Auto-Submitted': 'auto-generated', ...headers },
        });
        return { fate: 'accepted', answer: response };
      } catch (error) {
        return judgeFailure(error as NodemailerError);
      }
    },
    close: () => smtp.close(),
  };
}

/** Keeps messages instead of sending them: the mailbox of a sample hub. */
function mailboxTransport(store: (message: MailMessage) => Promise<void>): MailTransport {
  return {
    async send(message) {
      await store(message);
      return { fate: 'accepted', answer: 'kept in the mailbox of this sample hub' };
    },
    close() {},
  };
}

/** The steps of a conversation in which a refusal concerns this message, not our account or the connection. */
const ABOUT_THE_MESSAGE = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
const ASKS_FOR_SIGN_IN = new Set([530, 534, 535, 538]);

/**
 * 5xx is for good, 4xx and silence pass (RFC 5321 section 4.2.1). But a 5xx to our greeting or password is our own fault and will be
 * mended, so the message waits. An address that cannot be written in an envelope is for good.
 */
function judgeFailure(error: NodemailerError): MailOutcome {
  const code = error.responseCode;
  const isRefusal =
    code !== undefined &&
    code >= 500 &&
    ABOUT_THE_MESSAGE.has(error.command ?? '') &&
    !ASKS_FOR_SIGN_IN.has(code);
  const isUnaddressable = error.code === 'EENVELOPE' && code === undefined;
  return {
    fate: isRefusal || isUnaddressable ? 'permanent' : 'temporary',
    reason: error.response ?? error.message,
    code,
  };
}

let transport: MailTransport | undefined;

/** Sets how this process sends mail, once, at start: over SMTP, or into `store` where there is no SMTP server. */
export function connectMail(options: {
  readonly smtpUrl: string | undefined;
  readonly from: string;
  readonly store: (message: MailMessage) => Promise<void>;
}): void {
  transport = options.smtpUrl
    ? smtpTransport({ smtpUrl: options.smtpUrl, from: options.from })
    : mailboxTransport(options.store);
}

/** Sends one message as {@link connectMail} said. Does not retry: the job that calls it does. */
export async function sendMail(message: MailMessage): Promise<MailOutcome> {
  if (!transport) throw new Error('Mail is not connected: call connectMail first.');
  return transport.send(message);
}

export function disconnectMail(): void {
  transport?.close();
  transport = undefined;
}
