import { useTranslation } from '~/components/words';
import { Text, useLanguage } from '~/components/language';
import { Tag } from '~/components/page-parts';
import { QuestionCondition } from '~/components/reading/question-condition';
import type { ConsultationDocument } from '~/domain/consultation';
import { offersOther, type Question } from '~/domain/questionnaire';
import { localize } from '~/domain/translation';

const MOST_CHOICES_NAMED = 8;

/** A question as its author looks over it: its words, how it is answered, whether it must be, and when it is asked. */
export function QuestionCard({
  question,
  number,
  document,
}: {
  question: Question;
  number: number;
  document: ConsultationDocument;
}) {
  const { t } = useTranslation('questions');
  const original = document.originalLanguage;
  const option = document.options.find(({ id }) => id === question.option);
  return (
    <>
      <h3>
        {t('list.number', { number })} <Text of={question.label} original={original} />
      </h3>
      <p className="row">
        <Tag>{t(`type.${question.type}.name`)}</Tag>
        <Tag tone={question.isRequired ? 'info' : 'neutral'}>
          {t(question.isRequired ? 'list.required' : 'list.optional')}
        </Tag>
      </p>
      <ChoiceWords question={question} document={document} />
      <Bounds question={question} />
      {option && (
        <p>
          {t('list.aboutOption')} <Text of={option.title} original={original} />
        </p>
      )}
      <QuestionCondition
        condition={question.showWhen}
        questionnaire={document.questionnaire}
        original={original}
      />
    </>
  );
}

function ChoiceWords({ question, document }: { question: Question; document: ConsultationDocument }) {
  const { t } = useTranslation('questions');
  const language = useLanguage();
  const choices = question.choices ?? [];
  if (choices.length === 0) return null;
  const labels = choices.slice(0, MOST_CHOICES_NAMED).map(({ label, standsAlone }) => {
    const choice = localize(label, language, document.originalLanguage).text;
    return standsAlone ? t('list.standsAlone', { choice }) : choice;
  });
  const more = choices.length - labels.length;
  return (
    <ul>
      {labels.map((label, index) => (
        <li key={index}>{label}</li>
      ))}
      {more > 0 && <li>{t('list.moreChoices', { count: more })}</li>}
      {offersOther(question) && <li>{t('list.other')}</li>}
    </ul>
  );
}

function Bounds({ question: { type, mostChoices, minimum, maximum } }: { question: Question }) {
  const { t } = useTranslation('questions');
  if (type === 'multiple-choice' && mostChoices !== undefined)
    return <p>{t('list.mostChoices', { most: mostChoices })}</p>;
  if (type !== 'number') return null;
  if (minimum !== undefined && maximum !== undefined) return <p>{t('list.between', { minimum, maximum })}</p>;
  if (minimum !== undefined) return <p>{t('list.atLeast', { minimum })}</p>;
  return maximum === undefined ? null : <p>{t('list.atMost', { maximum })}</p>;
}
