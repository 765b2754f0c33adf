import type { z } from 'zod';
import { caseForm } from './case';
import { changeForm } from './change';
import { contactForm } from './contact';
import { methodsForm } from './methods';
import { optionsForm } from './options';
import { peopleForm } from './people';
import type { PlanForm } from './plan-form';
import type { PlanSection } from './plan-sections';
import { recordsForm } from './records';
import { silenceForm } from './silence';
import { timetableForm } from './timetable';

/** What reads the form of each section. */
export const PLAN_FORMS: Record<PlanSection, z.ZodType<PlanForm>> = {
  people: peopleForm,
  change: changeForm,
  case: caseForm,
  options: optionsForm,
  methods: methodsForm,
  timetable: timetableForm,
  contact: contactForm,
  silence: silenceForm,
  records: recordsForm,
};

export { MOST_SOURCES } from './case';
export { MOST_METHODS } from './methods';
export { MOST_OPTIONS } from './options';
export * from './plan-sections';
export { hasNoDays, suggestTimetable, type SuggestedDays } from './suggest-timetable';
export type { DraftChange, PlanForm, PlanIntent } from './plan-form';
