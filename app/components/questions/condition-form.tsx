import { useTranslation } from '~/components/words';
import { Button, RadioGroup } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useTestWords } from '~/components/reading/question-condition';
import type { Condition, Question, Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { AddTest } from './add-test';
import { DraftVersion } from './draft-version';
import type { RefusedForm } from './refused-form';

/**
 * The tests there are, each to be taken out, whether any of them is enough, and one more. All of it is one form, so that
 * whichever button is pressed saves what was ticked.
 */
export function ConditionForm({
  condition,
  questionnaire,
  earlier,
  about,
  original,
  draftVersion,
  refusal,
}: {
  condition: Condition | undefined;
  questionnaire: Questionnaire;
  earlier: readonly Question[];
  about: Question | undefined;
  original: Language;
  draftVersion: number;
  refusal: RefusedForm | undefined;
}) {
  const { t } = useTranslation('questions');
  const tests = condition?.tests ?? [];
  const isAnother = about && tests.length > 0 && tests.every(({ question }) => question !== about.id);
  return (
    <HubForm refusal={refusal}>
      <DraftVersion version={draftVersion} />
      {/* The Enter key presses a form's first button: this one, and never a "take this out". */}
      <button
        type="submit"
        name="do"
        value="done"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      >
        {t('askedWhen.done')}
      </button>
      {condition ? (
        <TestList condition={condition} questionnaire={questionnaire} original={original} />
      ) : (
        <p className="lede">{t('askedWhen.everyone')}</p>
      )}
      <AddTest earlier={earlier} about={about} hasTests={tests.length > 0} original={original} />
      {condition && (isAnother || tests.length > 1) && (
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
        </div>
      )}
      {(condition || earlier.length > 0) && (
        <p className="row">
          {about && (
            <Button kind="secondary" name="do" value="add">
              {t('askedWhen.add')}
            </Button>
          )}
          <Button kind={condition || about ? 'primary' : 'secondary'} name="do" value="done">
            {t('askedWhen.done')}
          </Button>
        </p>
      )}
      {condition && (
        <Button kind="quiet" name="do" value="always">
          {t('askedWhen.always')}
        </Button>
      )}
    </HubForm>
  );
}

function TestList({
  condition,
  questionnaire,
  original,
}: {
  condition: Condition;
  questionnaire: Questionnaire;
  original: Language;
}) {
  const { t } = useTranslation('questions');
  const wordsOf = useTestWords(questionnaire, original);
  return (
    <>
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
    </>
  );
}
