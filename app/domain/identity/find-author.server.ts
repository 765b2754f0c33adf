import { HubError } from '~/domain/hub-error';
import { database } from '~/platform/database/database.server';
import { can, type Actor } from './actor';
import { findActor } from './actor-of-request.server';
import { bodyUnknown } from './body-unknown.server';

/**
 * Whoever writes for a body, by e-mail address and the body's short name: for the command line, which nobody is signed in to.
 * @throws HubError `body-unknown`, `person-unknown`, `not-an-author` with the roles that they have there
 */
export async function findAuthor(email: string, bodySlug: string): Promise<{ actor: Actor; bodyId: string }> {
  const [body, user] = await Promise.all([
    database().body.findUnique({ where: { slug: bodySlug }, select: { id: true } }),
    database().user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } }),
  ]);
  if (!body) throw await bodyUnknown(bodySlug, database());
  const actor = user && (await findActor(user.id));
  if (!actor) throw new HubError('person-unknown', { values: { email } });
  if (!can(actor, 'write', [body.id])) {
    const membership = actor.memberships.find(({ bodyId }) => bodyId === body.id);
    const roles = membership?.roles.join(', ') ?? '';
    throw new HubError('not-an-author', { values: { email, body: bodySlug, roles } });
  }
  return { actor, bodyId: body.id };
}
