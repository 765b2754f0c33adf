import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Text, useAt } from '~/components/language';
import type { ConsultationDocument } from '~/domain/consultation';
import { DraftVersion } from './draft-version';
import { QuestionFormFields } from './question-form';
import type { RefusedForm } from './refused-form';
import { SectionFormFields } from './section-form';

type GoneProps = {
  id: string;
  document: ConsultationDocument;
  draftVersion: number;
  refusal: RefusedForm | undefined;
};

/** What was typed for a question whose place is gone, to be copied or put at the end of the last section. */
export function GoneQuestion({ id, document, draftVersion, refusal }: GoneProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const last = document.questionnaire.sections.at(-1);
  if (!refusal) return null;
  const add = '/officer/consultations/:id/questions/sections/:sectionId/add';
  return (
    <HubForm refusal={refusal} {...(last && { action: at(href(add, { id, sectionId: last.id })) })}>
      <DraftVersion version={draftVersion} />
      <QuestionFormFields document={document} />
      {last && (
        <>
          <p>
            {t('gone.where')} <Text of={last.title} original={document.originalLanguage} />
          </p>
          <Button name="next" value="list">
            {t('gone.saveQuestion')}
          </Button>
        </>
      )}
    </HubForm>
  );
}

/** What was typed for a section that is gone, to be copied or put as a new one. */
export function GoneSection({ id, document, draftVersion, refusal }: GoneProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  if (!refusal) return null;
  return (
    <HubForm refusal={refusal} action={at(href('/officer/consultations/:id/questions', { id }))}>
      <DraftVersion version={draftVersion} />
      <SectionFormFields original={document.originalLanguage} />
      <Button name="do" value="add-section">
        {t('gone.saveSection')}
      </Button>
    </HubForm>
  );
}
