import { findActor } from '~/domain/identity/actor-of-request.server';
import { appointPerson } from '~/domain/identity/appoint-person.server';
import { createBody } from '~/domain/identity/create-body.server';
import type { Actor, Role } from '~/domain/identity';
import { database } from '~/platform/database/database.server';

/** Everybody in the sample has it; production refuses the sample. */
export const SAMPLE_PASSWORD = 'sample-hub-password';

/** Who can sign in to the sample, and as what. */
export const SAMPLE_PEOPLE = {
  administrator: { name: 'Gwen Hughes', email: 'admin@hub.example' },
  author: { name: 'Amina Rahman', email: 'author@hub.example' },
  approver: { name: 'Rhys Morgan', email: 'approver@hub.example' },
  clerk: { name: 'Joan Price', email: 'clerk@hub.example' },
  secondClerk: { name: 'Sam Okafor', email: 'clerk2@hub.example' },
  analyst: { name: 'Tomasz Nowak', email: 'analyst@hub.example' },
  translator: { name: 'Elin Davies', email: 'translator@hub.example' },
  network: { name: 'Farah Malik', email: 'network@hub.example' },
} as const;
export type SamplePerson = keyof typeof SAMPLE_PEOPLE;

export type SamplePeople = Record<SamplePerson, Actor> & { bodyId: string; infrastructureIds: string[] };

const BODY = { name: 'Wyreford Borough Council', slug: 'wyreford-borough-council' };
const INFRASTRUCTURE = { name: 'Wyreford Voluntary Action', slug: 'wyreford-voluntary-action' };

const APPOINTED: Array<{ who: SamplePerson; bodySlug: string; roles: Role[] }> = [
  { who: 'author', bodySlug: BODY.slug, roles: ['author'] },
  { who: 'approver', bodySlug: BODY.slug, roles: ['approver'] },
  { who: 'clerk', bodySlug: BODY.slug, roles: ['clerk'] },
  { who: 'secondClerk', bodySlug: BODY.slug, roles: ['clerk'] },
  { who: 'analyst', bodySlug: BODY.slug, roles: ['analyst'] },
  { who: 'translator', bodySlug: BODY.slug, roles: ['translator'] },
  { who: 'network', bodySlug: INFRASTRUCTURE.slug, roles: ['author'] },
];

/** Makes the bodies and the people of the sample. */
export async function makePeople(): Promise<SamplePeople> {
  const { administrator: first } = SAMPLE_PEOPLE;
  await appointPerson({ ...first, password: SAMPLE_PASSWORD, isAdministrator: true }, undefined);
  const administrator = await actorOf(first.email);
  const body = (name: string, isInfrastructure: boolean, email: string) =>
    createBody(administrator, {
      name,
      kind: isInfrastructure ? 'voluntary' : 'public',
      isInfrastructure,
      email,
    });
  const { bodyId } = await body(BODY.name, false, 'partnership@wyreford.example');
  const voluntary = await body(INFRASTRUCTURE.name, true, 'members@wva.example');
  const villages = await body('Ashmere Villages Together', true, 'hello@ashmere-villages.example');

  const actors = { administrator } as Record<SamplePerson, Actor>;
  for (const { who, ...membership } of APPOINTED) {
    const person = SAMPLE_PEOPLE[who];
    await appointPerson({ ...person, password: SAMPLE_PASSWORD }, membership);
    actors[who] = await actorOf(person.email);
  }
  return { ...actors, bodyId, infrastructureIds: [voluntary.bodyId, villages.bodyId] };
}

async function actorOf(email: string): Promise<Actor> {
  const { id } = await database().user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const actor = await findActor(id);
  if (!actor) throw new Error(`${email} of the sample cannot be found`);
  return actor;
}
