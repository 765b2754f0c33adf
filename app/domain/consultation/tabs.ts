import { can, type Ability, type Actor } from '~/domain/identity';

/** The staff pages of a consultation, in the order of its life, with the abilities of which one opens each. */
const TABS = {
  prepare: {
    overview: ['see'],
    plan: ['write', 'approve', 'translate'],
    questions: ['write', 'approve', 'translate'],
    languages: ['translate'],
    approval: ['write', 'approve'],
    consultees: ['write', 'approve', 'register'],
    'passing-on': ['write', 'approve'],
  },
  collect: {
    arrivals: ['register', 'approve'],
    checks: ['register'],
    late: ['decide-late', 'register'],
  },
  understand: {
    responses: ['read', 'approve'],
    results: ['see-results'],
    reading: ['read'],
    counting: ['see-results'],
  },
  report: {
    report: ['report', 'approve'],
    corrections: ['write', 'approve'],
  },
  keep: {
    problems: ['write', 'approve'],
    risk: ['handle-risk'],
    audit: ['read-audit'],
  },
} as const satisfies Record<string, Record<string, readonly Ability[]>>;

/** Pages that have no tab, or that not everyone may open who may open the tab above them. */
const WITHIN = {
  codebook: 'read',
  'consultees/letters': 'register',
  'report/findings': 'report',
  'report/texts': 'report',
  'report/reasons': 'report',
  'report/delay': 'write',
} as const satisfies Record<string, Ability>;

export type ConsultationTabGroup = { name: string; tabs: readonly string[] };

/** What there is to do before anything can have come in. */
const OF_DRAFTS = new Set<string>([...Object.keys(TABS.prepare), 'audit']);

/**
 * The pages of a consultation of these bodies that the person may open, of a draft only those that it can have something
 * on; groups with none are left out.
 */
export function tabsFor(
  actor: Actor,
  bodyIds: readonly string[],
  { isDraft = false } = {},
): ConsultationTabGroup[] {
  return Object.entries(TABS)
    .map(([name, tabs]) => ({
      name,
      tabs: Object.entries<readonly Ability[]>(tabs)
        .filter(([, abilities]) => abilities.some((ability) => can(actor, ability, bodyIds)))
        .map(([tab]) => tab)
        .filter((tab) => !isDraft || OF_DRAFTS.has(tab)),
    }))
    .filter((group) => group.tabs.length > 0);
}

/** The pages that the person may open: what their tabs lead to, as {@link tabsFor} gives them, and what is restricted below. */
export function pagesFor(
  actor: Actor,
  bodyIds: readonly string[],
  groups: readonly ConsultationTabGroup[],
): string[] {
  const within = Object.entries(WITHIN).filter(([, ability]) => can(actor, ability, bodyIds));
  return [...groups.flatMap(({ tabs }) => tabs), ...within.map(([page]) => page)];
}

/** Whether a page at this path below the consultation's is among those that {@link pagesFor} gave. */
export function mayOpen(pages: readonly string[], path: string): boolean {
  const within = Object.keys(WITHIN).find((page) => path === page || path.startsWith(`${page}/`));
  return pages.includes(within ?? path.split('/')[0] ?? '');
}
