import { notPermitted } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';

export type OwnBody = { id: string; name: string };

/** The infrastructure bodies that the person belongs to. @throws HubError `not-permitted` for somebody of none */
export function networkBodiesOf(actor: Actor): OwnBody[] {
  const bodies = actor.memberships
    .filter(({ isInfrastructure }) => isInfrastructure)
    .map(({ bodyId, bodyName }) => ({ id: bodyId, name: bodyName }));
  if (bodies.length === 0) throw notPermitted();
  return bodies;
}

/** Whatever the role, somebody of the infrastructure body. @throws HubError `not-permitted` */
export function memberOf(actor: Actor, bodyId: string): OwnBody {
  const body = networkBodiesOf(actor).find(({ id }) => id === bodyId);
  if (!body) throw notPermitted();
  return body;
}
