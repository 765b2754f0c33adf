import { useTranslation } from '~/components/words';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  DateField,
  RadioGroup,
  SelectField,
  TextField,
} from '~/components/fields';
import { HubForm } from '~/components/form';
import { Text, useLanguage } from '~/components/language';
import { STANCES, type Finding } from '~/domain/feedback';
import type { FieldErrors } from '~/domain/hub-error';
import { questionIdOfText } from '~/domain/questionnaire';
import { localize, type Language, type Localized } from '~/domain/translation';
import { LocalizedArea } from './localized-area';

/** What a finding can be about, as its form offers it. */
export type FindingChoices = {
  themes: ReadonlyArray<{ id: string; name: Localized; questionId: string; responses: number }>;
  /** Closed questions with the sides a finding can speak for, and questions answered in words with none. */
  questions: ReadonlyArray<{
    id: string;
    label: Localized;
    sides: ReadonlyArray<{ id: string; label: Localized }>;
  }>;
  options: ReadonlyArray<{ id: string; title: Localized }>;
};

type FindingFormProps = {
  choices: FindingChoices;
  languages: readonly Language[];
  original: Language;
  finding: Partial<Finding> & { isActionDone?: boolean };
  /** Fingerprint of the finding that the form was opened with, unless it is new. */
  seen?: string;
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
};

/** You said, we decided, we will do or why not: one finding, in every language of the consultation. */
export function FindingForm({ choices, languages, original, finding, seen, refusal }: FindingFormProps) {
  const { t } = useTranslation('report');
  const { t: published } = useTranslation('feedback-report');
  return (
    <HubForm refusal={refusal}>
      {seen && <input type="hidden" name="seen" value={seen} />}
      <h2>{t('finding.saidTitle')}</h2>
      <LocalizedArea
        name="said"
        label={t('field.said')}
        hint={t('finding.saidHint')}
        of={finding.said}
        languages={languages}
      />
      <About choices={choices} finding={finding} original={original} />
      <h2>{t('finding.decidedTitle')}</h2>
      <RadioGroup
        name="stance"
        label={t('field.stance')}
        choices={STANCES.map((stance) => ({
          value: stance,
          label: published(`stance.${stance}`),
          hint: t(`finding.stance.${stance}`),
        }))}
        defaultValues={finding.stance ? [finding.stance] : []}
      />
      <LocalizedArea
        name="decision"
        label={t('field.decision')}
        of={finding.decision}
        languages={languages}
      />
      <h2>{t('finding.actionTitle')}</h2>
      <p>{t('finding.actionHint')}</p>
      <LocalizedArea
        name="action"
        label={t('field.action')}
        of={finding.action}
        languages={languages}
        isOptional
        rows={3}
      />
      <TextField
        name="actionBy"
        label={t('field.actionBy')}
        hint={t('finding.byHint')}
        isOptional
        defaultValue={finding.actionBy}
      />
      <DateField name="actionOn" label={t('field.actionOn')} isOptional defaultValue={finding.actionOn} />
      <Checkbox name="isActionDone" label={t('finding.isDone')} isTicked={finding.isActionDone ?? false} />
      <LocalizedArea
        name="whyNot"
        label={t('field.whyNot')}
        hint={t('finding.whyNotHint')}
        of={finding.whyNot}
        languages={languages}
        isOptional
        rows={3}
      />
      <h2>{t('finding.rationaleTitle')}</h2>
      <p>{t('finding.rationaleHint')}</p>
      <Checkbox
        name="differsFromMost"
        label={t('finding.differs')}
        hint={t('finding.differsHint')}
        isTicked={finding.differsFromMost ?? false}
      />
      <LocalizedArea
        name="rationale"
        label={t('field.rationale')}
        of={finding.rationale}
        languages={languages}
        isOptional
        rows={3}
      />
      <Button>{t('finding.save')}</Button>
    </HubForm>
  );
}

function About({ choices, finding, original }: Pick<FindingFormProps, 'choices' | 'finding' | 'original'>) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const inWords = (text: Localized) => localize(text, language, original).text;
  const about = finding.questionId && [finding.questionId, finding.side].filter(Boolean).join(':');
  const questions = new Map(choices.questions.map(({ id, label }) => [id, label]));
  const isOfOneQuestion = new Set(choices.themes.map(({ questionId }) => questionId)).size === 1;
  return (
    <>
      {choices.themes.length > 0 && (
        <CheckboxGroup
          name="themes"
          label={t('finding.themes')}
          hint={t('finding.themesHint')}
          isOptional
          choices={choices.themes.map(({ id, name, questionId, responses }) => ({
            value: id,
            label: (
              <>
                <Text of={name} original={original} />{' '}
                <span className="soft">{t('finding.under', { count: responses })}</span>
              </>
            ),
            hint: !isOfOneQuestion && (
              <Text of={questions.get(questionIdOfText(questionId))} original={original} />
            ),
          }))}
          defaultValues={finding.themeIds ?? []}
        />
      )}
      <SelectField
        name="about"
        label={t('finding.question')}
        hint={t('finding.questionHint')}
        isOptional
        emptyLabel={t('finding.noQuestion')}
        defaultValue={about ?? ''}
        choices={choices.questions.flatMap(({ id, label, sides }) => [
          {
            value: id,
            label: sides.length ? t('finding.mostSaid', { question: inWords(label) }) : inWords(label),
          },
          ...sides.map((side) => ({
            value: `${id}:${side.id}`,
            label: t('finding.side', { question: inWords(label), side: inWords(side.label) }),
          })),
        ])}
      />
      {choices.options.length > 0 && (
        <SelectField
          name="option"
          label={t('finding.option')}
          hint={t('finding.optionHint')}
          isOptional
          emptyLabel={t('finding.noOption')}
          defaultValue={finding.optionId ?? ''}
          choices={choices.options.map(({ id, title }) => ({ value: id, label: inWords(title) }))}
        />
      )}
    </>
  );
}
