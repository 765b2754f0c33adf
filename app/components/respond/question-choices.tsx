import type { ComponentProps } from 'react';
import { SelectField, TextField, type Choice } from '~/components/fields';
import { Text, useLanguage } from '~/components/language';
import { useTranslation } from '~/components/words';
import {
  choiceIdsOf,
  chosenIn,
  OTHER_CHOICE,
  otherFieldOf,
  type Answer,
  type Question,
} from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';

/** The choices of a question as they are offered, with the words that were written beside "other". */
export function useQuestionChoices(
  question: Question,
  answer: Answer | undefined,
  original: Language | undefined,
): Choice[] {
  const { t } = useTranslation('question');
  const labels = new Map((question.choices ?? []).map((choice) => [choice.id, choice.label]));
  return choiceIdsOf(question).map((id) => {
    if (question.type === 'agreement-scale') return { value: id, label: t(`agreement.${id}`) };
    if (id === OTHER_CHOICE && !labels.has(id)) {
      return {
        value: id,
        label: t('other.label'),
        detail: <OtherText question={question} answer={answer} />,
      };
    }
    return { value: id, label: <Text of={labels.get(id)} original={original} /> };
  });
}

/** The places of a question, one of them to be chosen from a list. */
export function PlaceField({
  question,
  answer,
  original,
  ...field
}: Omit<ComponentProps<typeof SelectField>, 'choices' | 'defaultValue'> & {
  question: Question;
  answer: Answer | undefined;
  original: Language | undefined;
}) {
  const language = useLanguage();
  const choices = (question.choices ?? []).map(({ id, label }) => ({
    value: id,
    label: localize(label, language, original).text,
  }));
  return <SelectField {...field} choices={choices} defaultValue={chosenIn(answer)[0] ?? ''} />;
}

/** Always in view: writing here is enough to choose "other". */
function OtherText({ question, answer }: { question: Question; answer: Answer | undefined }) {
  const { t } = useTranslation('question');
  const language = useLanguage();
  const other = answer && 'other' in answer ? answer.other : undefined;
  return (
    <TextField
      name={otherFieldOf(question.id)}
      label={t('other.text')}
      lang={language}
      defaultValue={other}
    />
  );
}
