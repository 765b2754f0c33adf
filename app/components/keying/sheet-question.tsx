import { useTranslation } from '~/components/words';
import { chosenIn, fieldOf, offersOther, type Answer, type Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { CheckboxGroup, DateField, RadioGroup, TextArea, TextField } from '../fields';
import { Text, useLanguage } from '../language';
import { useNoAnswer } from './use-no-answer';
import { PlaceField, useQuestionChoices } from '../respond/question-choices';

const MOST_BESIDE = 7;
const LONGEST_BESIDE = 25;

type SheetQuestionProps = {
  question: Question;
  /** Its number on the sheet, from 1. */
  number: number;
  /** What was keyed before, to be changed. */
  answer?: Answer | undefined;
  original: Language;
  autoFocus?: boolean | undefined;
};

/** One question as a clerk keys it: always shown, with its number, never marked required. */
export function SheetQuestion(props: SheetQuestionProps) {
  const { question, number, answer, original, autoFocus } = props;
  const { t } = useTranslation('keying');
  const language = useLanguage();
  const common = {
    name: fieldOf(question.id),
    label: (
      <>
        {t('question', { number })} <Text of={question.label} original={original} />
      </>
    ),
    hint: question.showWhen ? t('askedOfSome') : undefined,
  };
  switch (question.type) {
    case 'single-choice':
    case 'agreement-scale':
    case 'multiple-choice':
      return <ChoiceQuestion {...props} common={common} />;
    case 'place':
      return (
        <PlaceField
          {...common}
          question={question}
          answer={answer}
          original={original}
          emptyLabel={t('noPlace')}
        />
      );
    case 'short-text':
      return <TextField {...common} lang={language} autoFocus={autoFocus} defaultValue={textIn(answer)} />;
    case 'long-text':
      return (
        <TextArea {...common} lang={language} rows={4} autoFocus={autoFocus} defaultValue={textIn(answer)} />
      );
    case 'number':
      return (
        <TextField
          {...common}
          inputMode="decimal"
          width="short"
          autoComplete="off"
          autoFocus={autoFocus}
          defaultValue={answer && 'number' in answer ? String(answer.number) : undefined}
        />
      );
    case 'date':
      return <DateField {...common} defaultValue={answer && 'date' in answer ? answer.date : undefined} />;
  }
}

function ChoiceQuestion({
  question,
  answer,
  original,
  autoFocus,
  common,
}: SheetQuestionProps & { common: { name: string; label: React.ReactNode; hint: string | undefined } }) {
  const choices = useQuestionChoices(question, answer, original);
  const noAnswer = useNoAnswer();
  const isOneOf = question.type !== 'multiple-choice';
  const Group = isOneOf ? RadioGroup : CheckboxGroup;
  return (
    <Group
      {...common}
      choices={isOneOf ? [...choices, noAnswer] : choices}
      defaultValues={chosenIn(answer)}
      autoFocus={autoFocus}
      isInline={isShort(question)}
      isNumbered
    />
  );
}

const textIn = (answer: Answer | undefined) => (answer && 'text' in answer ? answer.text : undefined);

/** Whether the choices can stand beside each other: few, in a word or two, and none with words of its own. */
function isShort(question: Question): boolean {
  if (question.type === 'agreement-scale') return true;
  const choices = question.choices ?? [];
  const longest = Math.max(
    0,
    ...choices.flatMap(({ label }) => Object.values(label).map((text) => text.length)),
  );
  return !offersOther(question) && choices.length <= MOST_BESIDE && longest <= LONGEST_BESIDE;
}
