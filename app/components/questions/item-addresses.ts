import { href } from 'react-router';
import type { QuestionnaireItem } from '~/domain/questionnaire';

/** Where an item of a draft's questionnaire is edited, routed and taken out. */
export function addressesOf(id: string, item: QuestionnaireItem) {
  return {
    edit:
      item.kind === 'question'
        ? href('/officer/consultations/:id/questions/:questionId', { id, questionId: item.id })
        : href('/officer/consultations/:id/questions/sections/:sectionId', { id, sectionId: item.id }),
    askedWhen: href('/officer/consultations/:id/questions/asked-when/:kind/:itemId', {
      id,
      kind: item.kind,
      itemId: item.id,
    }),
    remove: href('/officer/consultations/:id/questions/remove/:kind/:itemId', {
      id,
      kind: item.kind,
      itemId: item.id,
    }),
    inList: `${href('/officer/consultations/:id/questions', { id })}#${item.kind}-${item.id}`,
  };
}
