import { useTranslation } from '~/components/words';
import { Paragraphs, Text } from '~/components/language';
import { AGREEMENT_POINTS, choiceIdsOf, type Question, type Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { QuestionCondition } from './question-condition';

const MOST_CHOICES_SHOWN = 12;

/** One question as it is asked: its words, how it is answered, what can be chosen, and whom it is put to. */
export function FrozenQuestion({
  question,
  questionnaire,
  original,
}: {
  question: Question;
  questionnaire: Questionnaire;
  original: Language;
}) {
  const { t } = useTranslation('consultation');
  return (
    <>
      <h3>
        <Text of={question.label} original={original} />
      </h3>
      <p className="soft">
        <HowAnswered question={question} />{' '}
        {t(question.isRequired ? 'questions.required' : 'questions.optional')}
      </p>
      <QuestionCondition condition={question.showWhen} questionnaire={questionnaire} original={original} />
      <Paragraphs of={question.hint} original={original} />
      <Choices question={question} original={original} />
    </>
  );
}

function HowAnswered({ question: { type, mostChoices, minimum, maximum } }: { question: Question }) {
  const { t } = useTranslation('consultation');
  if (type === 'number' && minimum !== undefined && maximum !== undefined) {
    return t('questions.numberBetween', { minimum, maximum });
  }
  if (type === 'multiple-choice' && mostChoices !== undefined) {
    return t('question:hint.upTo', { most: mostChoices });
  }
  return t(`questions.type.${type}`);
}

function Choices({ question, original }: { question: Question; original: Language }) {
  const { t } = useTranslation('consultation');
  if (question.type === 'agreement-scale') {
    return (
      <ul>
        {AGREEMENT_POINTS.map((point) => (
          <li key={point}>{t(`question:agreement.${point}`)}</li>
        ))}
      </ul>
    );
  }
  const choices = question.choices ?? [];
  if (choices.length === 0) return null;
  const labels = new Map(choices.map(({ id, label }) => [id, label]));
  const list = (
    <ul>
      {choiceIdsOf(question).map((id) => (
        <li key={id}>
          {labels.has(id) ? <Text of={labels.get(id)} original={original} /> : t('question:other.label')}
        </li>
      ))}
    </ul>
  );
  if (choices.length <= MOST_CHOICES_SHOWN) return list;
  return (
    <details>
      <summary>{t('questions.choices', { count: choices.length })}</summary>
      {list}
    </details>
  );
}
