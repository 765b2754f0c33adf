import { useTranslation } from '~/components/words';
import { CheckboxGroup, RadioGroup, TextArea } from '~/components/fields';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { PARTICIPATION_LEVELS } from '~/domain/consultation';
import { LANGUAGES } from '~/domain/translation';
import { PlanLine, PlanText, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** What it is, whom it is for, and how far people can influence it. */
export function PeopleSection({ document }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('people');
  const others = LANGUAGES.filter((language) => language !== document.originalLanguage);
  return (
    <>
      <PlanLine section="people" name="title" of={document.title} />
      <PlanText section="people" name="summary" of={document.summary} rows={3} />
      <CheckboxGroup
        name="languages"
        {...words('languages')}
        isOptional
        choices={others.map((language) => ({
          value: language,
          label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
        }))}
        defaultValues={document.languages}
      />
      <PlanText section="people" name="purpose" of={document.purpose} />
      <PlanText section="people" name="audience" of={document.audience} rows={3} />
      <PlanText section="people" name="affected" of={document.affected} />
      <RadioGroup
        name="level"
        {...words('level')}
        choices={PARTICIPATION_LEVELS.map((level) => ({
          value: level,
          label: t(`level.${level}.label`),
          hint: t(`level.${level}.hint`),
        }))}
        defaultValues={document.level ? [document.level] : []}
      />
      <PlanText section="people" name="influence" of={document.influence} rows={3} />
      <TextArea
        name="topics"
        {...words('topics')}
        isOptional
        rows={2}
        defaultValue={document.topics.join('\n')}
      />
      <TextArea
        name="places"
        {...words('places')}
        isOptional
        rows={2}
        defaultValue={document.places.join('\n')}
      />
    </>
  );
}
