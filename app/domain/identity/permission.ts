import { notPermitted } from '~/domain/hub-error';
import type { Actor } from './actor';

/** @throws HubError `not-permitted` unless the person administers the hub. */
export function requireAdministrator(actor: Actor): void {
  if (!actor.isAdministrator) throw notPermitted();
}
