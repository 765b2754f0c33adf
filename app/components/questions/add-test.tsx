import { useTranslation } from '~/components/words';
import { Button, CheckboxGroup, SelectField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Text, useLanguage } from '~/components/language';
import { choiceIdsOf, OTHER_CHOICE, type Condition, type Question } from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';
import { DraftVersion } from './draft-version';
import type { RefusedForm } from './refused-form';

/** One more test in two steps: which earlier question, then which of its answers. Works without script. */
export function AddTest({
  address,
  earlier,
  about,
  condition,
  original,
  draftVersion,
  refusal,
}: {
  address: string;
  earlier: readonly Question[];
  about: Question | undefined;
  condition: Condition | undefined;
  original: Language;
  draftVersion: number;
  refusal: RefusedForm | undefined;
}) {
  const { t } = useTranslation('questions');
  const language = useLanguage();
  if (earlier.length === 0) return <p>{t('askedWhen.nothingEarlier')}</p>;
  return (
    <section aria-labelledby="add-test">
      <h2 id="add-test">{t(condition ? 'askedWhen.addAnother' : 'askedWhen.addFirst')}</h2>
      <form method="get" action={`${address}#add-test`}>
        <SelectField
          name="about"
          label={t('askedWhen.about')}
          hint={t('askedWhen.aboutHint')}
          defaultValue={about?.id ?? ''}
          choices={earlier.map(({ id, label }) => ({
            value: id,
            label: localize(label, language, original).text,
          }))}
        />
        <Button kind={about ? 'secondary' : 'primary'}>{t('askedWhen.choose')}</Button>
      </form>
      {about && (
        <div className="after-form">
          <HubForm refusal={refusal?.typed.do?.[0] === 'add' ? refusal : undefined}>
            <DraftVersion version={draftVersion} />
            <input type="hidden" name="about" value={about.id} />
            <AnswerChoices question={about} original={original} />
            <Button name="do" value="add">
              {t('askedWhen.add')}
            </Button>
          </HubForm>
        </div>
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
