import { HubError } from '~/domain/hub-error';
import { database } from '~/platform/database/database.server';
import { can, type Actor } from './actor';
import { findActor } from './actor-of-request.server';

/**
 * Whoever writes for a body, by e-mail address and the body's short name: for the command line, which nobody is signed in to.
 * @throws HubError `body-unknown`, `not-an-author`
 */
export async function findAuthor(email: string, bodySlug: string): Promise<{ actor: Actor; bodyId: string }> {
  const [body, user] = await Promise.all([
    database().body.findUnique({ where: { slug: bodySlug }, select: { id: true } }),
    database().user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } }),
  ]);
  if (!body) throw new HubError('body-unknown');
  const actor = user && (await findActor(user.id));
  if (!actor || !can(actor, 'write', [body.id])) throw new HubError('not-an-author');
  return { actor, bodyId: body.id };
}
