import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { questionnaireSchema, type Questionnaire } from '~/domain/questionnaire';
import type { ConsultationDocument } from './document';
import { saveDraft } from './save-draft.server';

/**
 * Changes the questions of a draft. `change` sees the draft that is being written over and gives back its questionnaire.
 * @throws HubError `questionnaire-too-large`, and what `saveDraft` refuses: published ones are frozen.
 */
export function changeQuestionnaire(
  actor: Actor,
  {
    change,
    ...draft
  }: {
    consultationId: string;
    draftVersion: number;
    change: (questionnaire: Questionnaire, document: ConsultationDocument) => Questionnaire;
  },
): Promise<{ draftVersion: number }> {
  return saveDraft(actor, {
    ...draft,
    part: 'questions',
    change: (document) => {
      const questionnaire = change(document.questionnaire, document);
      if (!questionnaireSchema.safeParse(questionnaire).success)
        throw new HubError('questionnaire-too-large');
      return { ...document, questionnaire };
    },
  });
}
