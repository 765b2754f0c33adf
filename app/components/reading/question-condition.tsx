import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import {
  AGREEMENT_POINTS,
  OTHER_CHOICE,
  questionsOf,
  type Condition,
  type Questionnaire,
} from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';

/** On which earlier answers a question or a section hangs, in words; nothing where everyone is asked. */
export function QuestionCondition({
  condition,
  questionnaire,
  original,
}: {
  condition: Condition | undefined;
  questionnaire: Questionnaire;
  original: Language;
}) {
  const { t } = useTranslation('consultation');
  const wordsOf = useTestWords(questionnaire, original);
  if (!condition) return null;
  const tests = condition.tests.map(wordsOf);
  return (
    <div className="hint">
      <p>{tests.length === 1 ? t('questions.condition.one') : t(`questions.condition.${condition.match}`)}</p>
      <ul>
        {tests.map((test, index) => (
          <li key={index}>{test}</li>
        ))}
      </ul>
    </div>
  );
}

/** Puts one test of a condition into words: the question's and those of the answers that meet it. */
export function useTestWords(
  questionnaire: Questionnaire,
  original: Language,
): (test: Condition['tests'][number]) => string {
  const { t } = useTranslation('consultation');
  const language = useLanguage();
  const list = new Intl.ListFormat(language === 'ur' ? 'ur-PK' : language, { type: 'disjunction' });
  return ({ question: id, isAnyOf }) => {
    const question = questionsOf(questionnaire).find((one) => one.id === id);
    const answers = isAnyOf.map((choiceId) => {
      const choice = question?.choices?.find((one) => one.id === choiceId);
      if (choice) return localize(choice.label, language, original).text;
      const point = AGREEMENT_POINTS.find((one) => one === choiceId);
      if (point) return t(`question:agreement.${point}`);
      return choiceId === OTHER_CHOICE ? t('question:other.label') : choiceId;
    });
    const label = question ? localize(question.label, language, original).text : id;
    return t('questions.condition.test', { question: label, answers: list.format(answers) });
  };
}
