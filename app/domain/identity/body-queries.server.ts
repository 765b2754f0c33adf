import { notFound } from '~/domain/hub-error';
import { database } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { ROLES, type Actor, type Role } from './actor';
import { requireAdministrator } from './permission';

/** More bodies than a hub of one region has. */
const MAX_BODIES = 500;
const MAX_PEOPLE = 500;

/** All bodies with how many people and consultations each has. @throws HubError `not-permitted`. */
export async function listBodies(actor: Actor) {
  requireAdministrator(actor);
  const bodies = await database().body.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      isInfrastructure: true,
      _count: { select: { memberships: true, consultations: true } },
    },
    orderBy: { name: 'asc' },
    take: MAX_BODIES,
  });
  return bodies.map(({ _count, ...body }) => ({
    ...body,
    people: _count.memberships,
    consultations: _count.consultations,
  }));
}

/** A body with its people and their roles. @throws HubError `not-permitted`, `not-found`. */
export async function findBody(actor: Actor, bodyId: string) {
  requireAdministrator(actor);
  const body = isUuid(bodyId)
    ? await database().body.findUnique({
        where: { id: bodyId },
        select: {
          id: true,
          slug: true,
          name: true,
          kind: true,
          isInfrastructure: true,
          email: true,
          memberships: {
            select: {
              roles: true,
              user: {
                select: {
                  id: true,
                  name: true,
                  email: true,
                  isAdministrator: true,
                  twoFactorEnabled: true,
                  accounts: {
                    where: { providerId: 'credential', password: { not: null } },
                    select: { id: true },
                  },
                },
              },
            },
            orderBy: { user: { name: 'asc' } },
            take: MAX_PEOPLE,
          },
        },
      })
    : null;
  if (!body) throw notFound();
  const { memberships, ...rest } = body;
  return { ...rest, people: memberships.map(personOf) };
}

type MembershipRow = {
  roles: string[];
  user: {
    id: string;
    name: string;
    email: string;
    isAdministrator: boolean;
    twoFactorEnabled: boolean | null;
    accounts: unknown[];
  };
};

function personOf({ roles, user }: MembershipRow) {
  const { id, accounts, twoFactorEnabled, ...person } = user;
  return {
    ...person,
    userId: id,
    roles: ROLES.filter((role): role is Role => roles.includes(role)),
    hasPassword: accounts.length > 0,
    hasSecondFactor: twoFactorEnabled === true,
  };
}
