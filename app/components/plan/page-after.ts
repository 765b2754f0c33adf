import { fieldId } from '~/components/form';
import {
  sectionAfter,
  type ConsultationDocument,
  type PlanIntent,
  type PlanSection,
} from '~/domain/consultation';

/** The sections with a list, and the first field of each of its items. */
const LISTS: Partial<Record<PlanSection, { list: 'sources' | 'options' | 'methods'; first: string }>> = {
  case: { list: 'sources', first: 'title' },
  options: { list: 'options', first: 'title' },
  methods: { list: 'methods', first: 'name' },
};

/**
 * Where a pressed button of a section leads, under the consultation's staff address: to the next section, out, or back
 * to the last item of the list that was added to or taken from.
 */
export function pageAfter(
  section: PlanSection,
  intent: PlanIntent,
  document: ConsultationDocument | undefined,
): string {
  if (intent === 'leave') return '';
  if (intent === 'save') {
    const next = sectionAfter(section);
    return next ? `/plan/${next}#main` : '/questions';
  }
  const shown = intent === 'stay' ? undefined : LISTS[section];
  const count = shown && document ? document[shown.list].length : 0;
  return count > 0 && shown
    ? `/plan/${section}#${fieldId(`${shown.list}[${count - 1}].${shown.first}`)}`
    : `/plan/${section}#main`;
}
