import { useTranslation } from '~/components/words';
import { chosenIn, fieldOf, type Answer, type Question } from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';
import { CheckboxGroup, DateField, RadioGroup, SelectField, TextArea, TextField } from '../fields';
import { Text, useLanguage } from '../language';
import { useQuestionHint } from './question-hint';
import { useQuestionChoices } from './question-choices';

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
      return <ChoiceQuestion {...props} common={common} isMultiple={false} />;
    case 'multiple-choice':
      return <ChoiceQuestion {...props} common={common} isMultiple />;
    case 'place':
      return <PlaceQuestion {...props} common={common} />;
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

function ChoiceQuestion({
  question,
  answer,
  original,
  common,
  isMultiple,
}: QuestionProps & { common: Common; isMultiple: boolean }) {
  const choices = useQuestionChoices(question, answer, original);
  const Group = isMultiple ? CheckboxGroup : RadioGroup;
  return <Group {...common} choices={choices} defaultValues={chosenIn(answer)} />;
}

function PlaceQuestion({ question, answer, original, common }: QuestionProps & { common: Common }) {
  const { t } = useTranslation('question');
  const language = useLanguage();
  const choices = (question.choices ?? []).map(({ id, label }) => ({
    value: id,
    label: localize(label, language, original).text,
  }));
  return (
    <SelectField
      {...common}
      choices={choices}
      emptyLabel={t('place.choose')}
      defaultValue={chosenIn(answer)[0] ?? ''}
    />
  );
}
