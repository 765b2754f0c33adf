import type { ConsultationDocument } from '../document';
import type { PlanSection } from '../plan/plan-sections';
import type { PlannedText } from './problem';

/** The texts that every consultation needs, by the page they are written on (requirements P1, P2, P3, P8). */
const NEEDED = {
  people: ['title', 'summary', 'purpose', 'audience', 'affected', 'influence'],
  change: ['openToChange', 'alreadyDecided'],
  case: [
    'issues',
    'evidenceFor',
    'evidenceAgainst',
    'restrictions',
    'earlierConsultations',
    'publicInvolvement',
  ],
  methods: ['publicityPlan', 'feedbackPlan'],
} as const satisfies Partial<Record<PlanSection, readonly (keyof ConsultationDocument)[]>>;

const NEEDED_TEXTS = Object.entries(NEEDED).flatMap(([section, fields]) =>
  fields.map((field) => ({ section: section as keyof typeof NEEDED, field })),
);

/** Every text of the plan; the questions have a check of their own. */
export function plannedTexts(document: ConsultationDocument): PlannedText[] {
  const { timetable, contact, silence } = document;
  return [
    ...NEEDED_TEXTS.map(({ section, field }) => ({
      text: document[field],
      section,
      field,
      path: field,
      missing: `${toKebab(field)}-missing`,
    })),
    ...document.options.flatMap((option, index) => optionTexts(option, `options[${index}]`)),
    ...document.methods.map((method, index) => ({
      text: method.name,
      section: 'methods' as const,
      field: `methods[${index}].name`,
      path: `method.${method.id}.name`,
      missing: 'method-name-missing',
    })),
    ...(['shorterReasons', 'decisionMaker', 'howDeciderTookPart'] as const).map((field) => ({
      text: timetable[field],
      section: 'timetable' as const,
      field,
      path: `timetable.${field}`,
      ...(field !== 'shorterReasons' && { missing: `${toKebab(field)}-missing` }),
    })),
    { text: contact.role, section: 'contact', field: 'contact.role', path: 'contact.role' },
    ...(silence
      ? (['proposition', 'shorterPeriodReasons'] as const).map((field) => ({
          text: silence[field],
          section: 'silence' as const,
          field,
          path: `silence.${field}`,
          ...(field === 'proposition' && { missing: 'proposition-missing' }),
        }))
      : []),
  ];
}

/** An option on offer is said and described; a rejected alternative also says why (Moseley 2014). */
function optionTexts(option: ConsultationDocument['options'][number], field: string): PlannedText[] {
  const texts: (keyof typeof option & ('title' | 'description' | 'whyRejected'))[] = ['title', 'description'];
  if (option.whyRejected) texts.push('whyRejected');
  return texts.map((name) => ({
    text: option[name],
    section: 'options',
    field: `${field}.${name}`,
    path: `option.${option.id}.${name}`,
    missing: `option-${toKebab(name)}-missing`,
  }));
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
