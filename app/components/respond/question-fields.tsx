import { useTranslation } from '~/components/words';
import { aloneIn, chosenIn, fieldOf, type Answer, type Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { CheckboxGroup, DateField, RadioGroup, TextArea, TextField } from '../fields';
import { Text, useLanguage } from '../language';
import { useQuestionHint } from './question-hint';
import { PlaceField, useQuestionChoices } from './question-choices';

type QuestionProps = {
  question: Question;
  answer?: Answer | undefined;
  /** The language that the consultation was written in, which stands in where a translation is missing. */
  original?: Language | undefined;
};

/** One question as it is answered, inside a HubForm, with what was answered before. */
export function QuestionField(props: QuestionProps) {
  return (
    <div className="question">
      <QuestionControl {...props} />
    </div>
  );
}

function QuestionControl(props: QuestionProps) {
  const { question, answer } = props;
  const { t } = useTranslation('question');
  const hint = useQuestionHint(question, props.original);
  const language = useLanguage();
  const common = {
    name: fieldOf(question.id),
    label: <Text of={question.label} original={props.original} />,
    hint,
    isOptional: !question.isRequired,
  };
  const text = answer && 'text' in answer ? answer.text : undefined;
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
          original={props.original}
          emptyLabel={t('place.choose')}
        />
      );
    case 'short-text':
      return <TextField {...common} lang={language} defaultValue={text} />;
    case 'long-text':
      return <TextArea {...common} lang={language} rows={8} defaultValue={text} />;
    case 'number': {
      const number = answer && 'number' in answer ? String(answer.number) : undefined;
      return (
        <TextField {...common} inputMode="decimal" width="short" autoComplete="off" defaultValue={number} />
      );
    }
    case 'date':
      return <DateField {...common} defaultValue={answer && 'date' in answer ? answer.date : undefined} />;
  }
}

type Common = { name: string; label: React.ReactNode; hint: React.ReactNode; isOptional: boolean };

function ChoiceQuestion({ question, answer, original, common }: QuestionProps & { common: Common }) {
  const { t } = useTranslation('question');
  const offered = useQuestionChoices(question, answer, original);
  const group = { ...common, defaultValues: chosenIn(answer) };
  if (question.type !== 'multiple-choice') return <RadioGroup {...group} choices={offered} />;
  const alone = aloneIn(question);
  const choices = offered.map((choice) =>
    alone.includes(choice.value) ? { ...choice, hint: t('hint.alone') } : choice,
  );
  return <CheckboxGroup {...group} choices={choices} />;
}
