import { database } from '~/platform/database/database.server';
import type { MailMessage } from '~/platform/mail/transport.server';

/** The sample hub's mail: kept where the mailbox page shows it. */
export async function storeInMailbox(message: MailMessage): Promise<void> {
  await database().mailboxMessage.create({
    data: {
      to: message.to,
      subject: message.subject,
      text: message.text,
      html: message.html,
      headers: { ...message.headers, 'Message-ID': message.messageId },
    },
  });
}
