import { useTranslation } from '~/components/words';
import { Button, RadioGroup } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useTestWords } from '~/components/reading/question-condition';
import type { Condition, Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { DraftVersion } from './draft-version';
import type { RefusedForm } from './refused-form';

/** The tests there are, each to be taken out, and whether any of them is enough. */
export function ConditionForm({
  condition,
  questionnaire,
  original,
  draftVersion,
  refusal,
}: {
  condition: Condition | undefined;
  questionnaire: Questionnaire;
  original: Language;
  draftVersion: number;
  refusal: RefusedForm | undefined;
}) {
  const { t } = useTranslation('questions');
  const wordsOf = useTestWords(questionnaire, original);
  if (!condition) return <p className="lede">{t('askedWhen.everyone')}</p>;
  const isAdding = refusal?.typed.do?.[0] === 'add';
  return (
    <HubForm refusal={isAdding ? undefined : refusal}>
      <DraftVersion version={draftVersion} />
      <h2>{t(condition.tests.length > 1 ? `askedWhen.${condition.match}` : 'askedWhen.one')}</h2>
      <ul className="card-list">
        {condition.tests.map((test, index) => (
          <li key={index}>
            <p>{wordsOf(test)}</p>
            <button type="submit" className="button-link" name="do" value={`remove:${index}`}>
              {t('askedWhen.removeTest')}
              <span className="visually-hidden"> {wordsOf(test)}</span>
            </button>
          </li>
        ))}
      </ul>
      {condition.tests.length > 1 && (
        <div className="after-list">
          <RadioGroup
            name="match"
            label={t('askedWhen.match')}
            defaultValues={[condition.match]}
            choices={[
              { value: 'any', label: t('askedWhen.matchAny') },
              { value: 'all', label: t('askedWhen.matchAll') },
            ]}
          />
          <Button kind="secondary" name="do" value="match">
            {t('askedWhen.saveMatch')}
          </Button>
        </div>
      )}
      <p className="after-list">
        <Button kind="quiet" name="do" value="always">
          {t('askedWhen.always')}
        </Button>
      </p>
    </HubForm>
  );
}
