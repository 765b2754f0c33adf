import { useTranslation } from '~/components/words';
import { Checkbox, RadioGroup, SelectField, TextArea, TextField } from '~/components/fields';
import { useLanguage } from '~/components/language';
import type { ConsultationDocument } from '~/domain/consultation';
import {
  LISTED_TYPES,
  OTHER_TYPES,
  QUESTION_TYPES,
  type Question,
  type QuestionType,
} from '~/domain/questionnaire';
import { localize } from '~/domain/translation';

/** Shown while one of these types is chosen (by style alone; a browser that cannot do that shows all). */
const forTypes = (...types: readonly QuestionType[]) =>
  ['only-for', ...types.map((type) => `for-${type}`)].join(' ');

/** The fields of a question, in the original language. */
export function QuestionFormFields({
  document,
  question,
}: {
  document: ConsultationDocument;
  question?: Question | undefined;
}) {
  const { t } = useTranslation('questions');
  const language = useLanguage();
  const original = document.originalLanguage;
  const choices = question?.choices ?? [];
  const wordsOf = (listed: typeof choices) => listed.map(({ label }) => label[original] ?? '').join('\n');
  const options = document.options.map(({ id, title }) => ({
    value: id,
    label: localize(title, language, original).text,
  }));
  const marks = original === language ? {} : { lang: original };
  return (
    <div className="question-form">
      <TextField
        name="label"
        label={t('form.label')}
        hint={t('form.labelHint')}
        defaultValue={question?.label[original]}
        {...marks}
      />
      <RadioGroup
        name="type"
        label={t('form.type')}
        defaultValues={question ? [question.type] : []}
        choices={QUESTION_TYPES.map((type) => ({
          value: type,
          label: t(`type.${type}.name`),
          hint: t(`type.${type}.hint`),
        }))}
      />
      <div className={forTypes(...LISTED_TYPES)}>
        <TextArea
          name="choices"
          label={t('form.choices')}
          hint={t('form.choicesHint')}
          rows={Math.min(Math.max(choices.length + 2, 5), 20)}
          defaultValue={wordsOf(choices)}
          {...marks}
        />
      </div>
      <div className={forTypes(...OTHER_TYPES)}>
        {options.length > 1 && !question && (
          <Checkbox name="usesOptions" label={t('form.usesOptions')} hint={t('form.usesOptionsHint')} />
        )}
        <Checkbox
          name="hasOther"
          label={t('form.hasOther')}
          hint={t('form.hasOtherHint')}
          isTicked={question?.hasOther ?? false}
        />
      </div>
      <div className={forTypes('multiple-choice')}>
        <TextArea
          name="standingAlone"
          label={t('form.standingAlone')}
          hint={t('form.standingAloneHint')}
          isOptional
          rows={2}
          defaultValue={wordsOf(choices.filter(({ standsAlone }) => standsAlone))}
          {...marks}
        />
        <TextField
          name="mostChoices"
          label={t('form.mostChoices')}
          hint={t('form.mostChoicesHint')}
          inputMode="numeric"
          width="short"
          isOptional
          defaultValue={question?.mostChoices?.toString()}
        />
      </div>
      <div className={forTypes('number')}>
        <TextField
          name="minimum"
          label={t('form.minimum')}
          inputMode="decimal"
          width="short"
          isOptional
          defaultValue={question?.minimum?.toString()}
        />
        <TextField
          name="maximum"
          label={t('form.maximum')}
          inputMode="decimal"
          width="short"
          isOptional
          defaultValue={question?.maximum?.toString()}
        />
      </div>
      <Checkbox
        name="isRequired"
        label={t('form.isRequired')}
        hint={t('form.isRequiredHint')}
        isTicked={question?.isRequired ?? false}
      />
      <TextArea
        name="hint"
        label={t('form.hint')}
        hint={t('form.hintHint')}
        isOptional
        rows={3}
        defaultValue={question?.hint?.[original]}
        {...marks}
      />
      {options.length > 0 && (
        <SelectField
          name="option"
          label={t('form.option')}
          hint={t('form.optionHint')}
          isOptional
          emptyLabel={t('form.noOption')}
          choices={options}
          defaultValue={question?.option ?? ''}
        />
      )}
    </div>
  );
}
