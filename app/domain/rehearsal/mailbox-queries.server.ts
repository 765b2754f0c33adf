import { notFound } from '~/domain/hub-error';
import { database } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { requireRehearsal } from './move-clock.server';

const ON_A_PAGE = 50;

/** The sample hub's messages, newest first, `before` a message's id. @throws HubError `not-found` on any other hub. */
export async function listMailbox(before?: string) {
  await requireRehearsal();
  const rows = await database().mailboxMessage.findMany({
    ...(isUuid(before) && { where: { id: { lt: before } } }),
    select: { id: true, to: true, subject: true, sentAt: true },
    orderBy: { id: 'desc' },
    take: ON_A_PAGE + 1,
  });
  const messages = rows.slice(0, ON_A_PAGE);
  return { messages, nextBefore: rows.length > ON_A_PAGE ? messages.at(-1)?.id : undefined };
}

/** One message of the sample hub. @throws HubError `not-found`. */
export async function findMailboxMessage(id: string) {
  await requireRehearsal();
  const message = isUuid(id)
    ? await database().mailboxMessage.findUnique({
        where: { id },
        select: { to: true, subject: true, text: true, sentAt: true },
      })
    : null;
  if (!message) throw notFound();
  return message;
}
