import { useTranslation } from '~/components/words';
import {
  choiceIdsOf,
  chosenIn,
  fieldOf,
  offersOther,
  OTHER_CHOICE,
  otherFieldOf,
  type Answer,
  type Question,
} from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';
import { DateField, SelectField, TextArea, TextField } from '../fields';
import { Text, useLanguage } from '../language';
import { NumberedChoices, type NumberedChoice } from './numbered-choices';

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
      return <Choices {...props} type="radio" common={common} />;
    case 'multiple-choice':
      return <Choices {...props} type="checkbox" common={common} />;
    case 'place':
      return (
        <SelectField
          {...common}
          choices={(question.choices ?? []).map(({ id, label }) => ({
            value: id,
            label: localize(label, language, original).text,
          }))}
          emptyLabel={t('noPlace')}
          defaultValue={chosenIn(answer)[0] ?? ''}
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

function Choices({
  question,
  answer,
  original,
  autoFocus,
  type,
  common,
}: SheetQuestionProps & {
  type: 'radio' | 'checkbox';
  common: { name: string; label: React.ReactNode; hint: string | undefined };
}) {
  const { t } = useTranslation('question');
  const labels = new Map((question.choices ?? []).map((choice) => [choice.id, choice.label]));
  const choices = choiceIdsOf(question).map((id): NumberedChoice => {
    if (question.type === 'agreement-scale') return { value: id, label: t(`agreement.${id}`) };
    if (id === OTHER_CHOICE && !labels.has(id)) {
      return {
        value: id,
        label: t('other.label'),
        detail: <OtherWords question={question} answer={answer} />,
      };
    }
    return { value: id, label: <Text of={labels.get(id)} original={original} /> };
  });
  return (
    <NumberedChoices
      {...common}
      type={type}
      choices={choices}
      chosen={chosenIn(answer)}
      autoFocus={autoFocus}
      isInline={isShort(question)}
    />
  );
}

function OtherWords({ question, answer }: Pick<SheetQuestionProps, 'question' | 'answer'>) {
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
