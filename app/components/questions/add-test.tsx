import { useTranslation } from '~/components/words';
import { Button, CheckboxGroup, SelectField } from '~/components/fields';
import { Text, useLanguage } from '~/components/language';
import { choiceIdsOf, OTHER_CHOICE, type Question } from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';

/** Fields for one more test in two steps: which earlier question, then which of its answers. Works without script. */
export function AddTest({
  earlier,
  about,
  hasTests,
  original,
}: {
  earlier: readonly Question[];
  about: Question | undefined;
  hasTests: boolean;
  original: Language;
}) {
  const { t } = useTranslation('questions');
  const language = useLanguage();
  if (earlier.length === 0) return <p>{t('askedWhen.nothingEarlier')}</p>;
  return (
    <section aria-labelledby="add-test">
      <h2 id="add-test">{t(hasTests ? 'askedWhen.addAnother' : 'askedWhen.addFirst')}</h2>
      <SelectField
        name="question"
        label={t('askedWhen.about')}
        hint={t('askedWhen.aboutHint')}
        defaultValue={about?.id ?? ''}
        choices={earlier.map(({ id, label }) => ({
          value: id,
          label: localize(label, language, original).text,
        }))}
      />
      <p>
        <Button kind={about || hasTests ? 'secondary' : 'primary'} name="do" value="choose">
          {t('askedWhen.choose')}
        </Button>
      </p>
      {about && (
        <>
          <input type="hidden" name="about" value={about.id} />
          <AnswerChoices question={about} original={original} />
        </>
      )}
    </section>
  );
}

function AnswerChoices({ question, original }: { question: Question; original: Language }) {
  const { t } = useTranslation('questions');
  const { t: words } = useTranslation('question');
  const language = useLanguage();
  const labels = new Map((question.choices ?? []).map(({ id, label }) => [id, label]));
  const wordsOf = (id: string) => {
    if (question.type === 'agreement-scale') return words(`agreement.${id}`);
    return id === OTHER_CHOICE && !labels.has(id) ? words('other.label') : undefined;
  };
  return (
    <CheckboxGroup
      name="answers"
      label={t('askedWhen.answers', { question: localize(question.label, language, original).text })}
      hint={t('askedWhen.answersHint')}
      choices={choiceIdsOf(question).map((id) => ({
        value: id,
        label: wordsOf(id) ?? <Text of={labels.get(id)} original={original} />,
      }))}
    />
  );
}
