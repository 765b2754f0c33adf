import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ButtonLink } from '~/components/fields';
import { Paragraphs, Text, useAt, useLanguage } from '~/components/language';
import { QuestionCondition } from '~/components/reading/question-condition';
import type { ConsultationDocument } from '~/domain/consultation';
import { questionsOf, type Section } from '~/domain/questionnaire';
import { localize } from '~/domain/translation';
import { ItemActions } from './item-actions';
import { QuestionCard } from './question-card';

/** A section with its questions, in the order they are asked. */
export function SectionCard({
  consultationId,
  section,
  document,
  isEditable,
}: {
  consultationId: string;
  section: Section;
  document: ConsultationDocument;
  isEditable: boolean;
}) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const language = useLanguage();
  const { questionnaire, originalLanguage: original } = document;
  const { sections } = questionnaire;
  const all = questionsOf(questionnaire);
  const place = sections.indexOf(section);
  const [firstSection, lastSection] = [place === 0, place === sections.length - 1];
  const title = localize(section.title, language, original).text;
  return (
    <section id={`section-${section.id}`} aria-labelledby={`title-${section.id}`}>
      <h2 id={`title-${section.id}`}>
        {t('list.section', { number: place + 1 })} <Text of={section.title} original={original} />
      </h2>
      <Paragraphs of={section.introduction} original={original} />
      <QuestionCondition condition={section.showWhen} questionnaire={questionnaire} original={original} />
      {isEditable && (
        <ItemActions
          consultationId={consultationId}
          item={{ kind: 'section', id: section.id }}
          about={t('actions.aboutSection', { title })}
          isFirst={firstSection}
          isLast={lastSection}
        />
      )}
      {section.questions.length === 0 && <p className="soft">{t('list.noQuestions')}</p>}
      <ol className="card-list">
        {section.questions.map((question, index) => (
          <li key={question.id} id={`question-${question.id}`}>
            <QuestionCard question={question} number={all.indexOf(question) + 1} document={document} />
            {isEditable && (
              <ItemActions
                consultationId={consultationId}
                item={{ kind: 'question', id: question.id }}
                about={t('actions.aboutQuestion', {
                  label: localize(question.label, language, original).text,
                })}
                isFirst={firstSection && index === 0}
                isLast={lastSection && index === section.questions.length - 1}
              />
            )}
          </li>
        ))}
      </ol>
      {isEditable && (
        <p className="after-list">
          <ButtonLink
            kind={lastSection ? 'primary' : 'secondary'}
            href={at(
              href('/officer/consultations/:id/questions/sections/:sectionId/add', {
                id: consultationId,
                sectionId: section.id,
              }),
            )}
          >
            {t('list.addQuestion')}
            <span className="visually-hidden"> {t('actions.aboutSection', { title })}</span>
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
