import { useTranslation } from '~/components/words';
import { formatDay } from '~/domain/deadline';
import { chosenIn, OTHER_CHOICE, type Answer, type Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { Text, useLanguage } from '../language';
import { useNumberWords } from './number-words';

/** An answer in the words of its question, for reading it again. */
export function AnswerWords({
  question,
  answer,
  original,
}: {
  question: Question;
  answer: Answer | undefined;
  original?: Language | undefined;
}) {
  const { t } = useTranslation('question');
  const language = useLanguage();
  const number = useNumberWords();
  if (!answer) return <span className="soft">{t('notAnswered')}</span>;
  if ('text' in answer) return <bdi className="written">{answer.text}</bdi>;
  if ('number' in answer) return number(answer.number);
  if ('date' in answer) return formatDay(answer.date, language);
  const other = 'other' in answer ? answer.other : undefined;
  const words = chosenIn(answer).map((id) => (
    <Chosen key={id} id={id} question={question} other={other} original={original} />
  ));
  if (words.length === 1) return words;
  return (
    <ul className="list-plain">
      {words.map((one) => (
        <li key={one.key}>{one}</li>
      ))}
    </ul>
  );
}

function Chosen({
  id,
  question,
  other,
  original,
}: {
  id: string;
  question: Question;
  other: string | undefined;
  original: Language | undefined;
}) {
  const { t } = useTranslation('question');
  if (question.type === 'agreement-scale') return t(`agreement.${id}`);
  const listed = question.choices?.find((choice) => choice.id === id);
  if (listed || id !== OTHER_CHOICE) return <Text of={listed?.label} original={original} />;
  return other ? (
    <>
      {t('other.said')} <bdi>{other}</bdi>
    </>
  ) : (
    t('other.label')
  );
}
