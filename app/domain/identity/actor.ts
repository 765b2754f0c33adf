/** What a person may be for a body. */
export const ROLES = ['author', 'approver', 'clerk', 'analyst', 'translator'] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person with what they may do, and for which bodies. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  isAdministrator: boolean;
  memberships: ReadonlyArray<{
    bodyId: string;
    bodyName: string;
    isInfrastructure: boolean;
    roles: readonly Role[];
  }>;
};

/** Whether the person belongs to an infrastructure body, which passes consultations on. */
export function isOfInfrastructure({ memberships }: Actor): boolean {
  return memberships.some(({ isInfrastructure }) => isInfrastructure);
}

/** What can be done with a consultation, and which roles of one of its bodies may do it. */
const ABILITIES = {
  /** Open its staff pages and see figures that name nobody. */
  see: ['author', 'approver', 'clerk', 'analyst', 'translator'],
  /** Plan, questions, consultees and notices, corrections, asking for approval. */
  write: ['author'],
  translate: ['translator', 'author'],
  /** Publishing, corrections, reports, exclusions, claims to have come in time: never one's own. */
  approve: ['approver'],
  /** The arrival register, keying, checking. */
  register: ['clerk'],
  /** Whether a late entry is considered, with reasons. */
  'decide-late': ['approver', 'author'],
  /** Read responses, keep the codebook, propose exclusions. */
  read: ['analyst'],
  /** Look at counts of answers; while the consultation is open every look is logged. */
  'see-results': ['analyst', 'author', 'approver'],
  /** Write the feedback report. */
  report: ['analyst', 'author'],
  /** The restricted queue of people who may be at risk. */
  'handle-risk': ['approver'],
  /** Names and addresses of respondents. */
  'see-contacts': ['clerk'],
  'flag-risk': ['clerk', 'analyst'],
  'read-audit': ['author', 'approver'],
} as const satisfies Record<string, readonly Role[]>;
export type Ability = keyof typeof ABILITIES;

/** Whether the person may do it for a consultation that belongs to these bodies. */
export function can(actor: Actor, ability: Ability, bodyIds: readonly string[]): boolean {
  const roles: readonly Role[] = ABILITIES[ability];
  return actor.memberships.some(
    (membership) =>
      bodyIds.includes(membership.bodyId) && membership.roles.some((role) => roles.includes(role)),
  );
}

/** The bodies for which the person has one of the roles that an ability needs. */
export function bodiesWith(actor: Actor, ability: Ability): string[] {
  return actor.memberships
    .filter((membership) => can(actor, ability, [membership.bodyId]))
    .map((membership) => membership.bodyId);
}
