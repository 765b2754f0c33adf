import { useTranslation } from '~/components/words';
import { HubForm } from '~/components/form';
import { Paragraphs, Text } from '~/components/language';
import { QuestionCondition } from '~/components/reading/question-condition';
import { QuestionField } from '~/components/respond/question-fields';
import type { ConsultationDocument } from '~/domain/consultation';

/** Every question as it will be answered, all sections on one page, each with the answers that it hangs on. */
export function PreviewedQuestions({ document }: { document: ConsultationDocument }) {
  const { t } = useTranslation('questions');
  const { t: words } = useTranslation('respond');
  const { questionnaire, originalLanguage: original } = document;
  const { sections } = questionnaire;
  return (
    <HubForm>
      <h2 id="preview-questions">{t('preview.questions')}</h2>
      {sections.length === 0 && <p>{t('list.empty')}</p>}
      {sections.map((section, index) => (
        <section key={section.id} aria-labelledby={`preview-${section.id}`} className="preview-section">
          <p className="steps">{words('section.progress', { number: index + 1, of: sections.length })}</p>
          <h3 id={`preview-${section.id}`}>
            <Text of={section.title} original={original} />
          </h3>
          <QuestionCondition condition={section.showWhen} questionnaire={questionnaire} original={original} />
          <Paragraphs of={section.introduction} original={original} />
          {section.questions.map((question) => (
            <div key={question.id}>
              <QuestionCondition
                condition={question.showWhen}
                questionnaire={questionnaire}
                original={original}
              />
              <QuestionField question={question} original={original} />
            </div>
          ))}
        </section>
      ))}
    </HubForm>
  );
}
