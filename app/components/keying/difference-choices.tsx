import { useTranslation } from '~/components/words';
import { RadioGroup } from '~/components/fields';
import { Text } from '~/components/language';
import { AnswerWords } from '~/components/respond/answer-words';
import { settleFieldOf, type Difference, type Keyed } from '~/domain/keying';
import { questionIdOfText, questionsOf, type Question, type Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';

/** What two entries have differently, each to be settled by what stands on the sheet. */
export function DifferenceChoices({
  differences,
  questionnaire,
  original,
}: {
  differences: readonly Difference[];
  questionnaire: Questionnaire;
  original: Language;
}) {
  const { t } = useTranslation('checks');
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  return differences.map(({ id, before, after }) => {
    const question = questions.get(questionIdOfText(id));
    return (
      <RadioGroup
        key={id}
        name={settleFieldOf(id)}
        label={<DifferenceLabel id={id} question={question} original={original} />}
        choices={[
          {
            value: 'first',
            label: t('settle.first'),
            hint: <KeyedWords {...{ keyed: before, question, original }} />,
          },
          {
            value: 'second',
            label: t('settle.second'),
            hint: <KeyedWords {...{ keyed: after, question, original }} />,
          },
        ]}
      />
    );
  });
}

function DifferenceLabel({
  id,
  question,
  original,
}: {
  id: string;
  question: Question | undefined;
  original: Language;
}) {
  const { t } = useTranslation('checks');
  if (!question) return t(`settle.${id.slice(1)}`);
  return (
    <>
      <Text of={question.label} original={original} /> {id !== question.id && t('settle.otherWords')}
    </>
  );
}

function KeyedWords({
  keyed,
  question,
  original,
}: {
  keyed: Keyed | undefined;
  question: Question | undefined;
  original: Language;
}) {
  const { t } = useTranslation('checks');
  if (!keyed) return t('settle.nothing');
  if ('allowed' in keyed) return t(keyed.allowed ? 'settle.allowed' : 'settle.notAllowed');
  if ('asWritten' in keyed) return <bdi className="written">{keyed.asWritten}</bdi>;
  return question ? <AnswerWords question={question} answer={keyed} original={original} /> : null;
}
