/** The parts of a plan, one page each, in the order they are filled in. */
export const PLAN_SECTIONS = [
  'people',
  'change',
  'case',
  'options',
  'methods',
  'timetable',
  'contact',
  'silence',
  'records',
] as const;
export type PlanSection = (typeof PLAN_SECTIONS)[number];

export function isPlanSection(value: unknown): value is PlanSection {
  return PLAN_SECTIONS.includes(value as PlanSection);
}

/** The section after this one; nothing after the last. */
export function sectionAfter(section: PlanSection): PlanSection | undefined {
  return PLAN_SECTIONS[PLAN_SECTIONS.indexOf(section) + 1];
}
