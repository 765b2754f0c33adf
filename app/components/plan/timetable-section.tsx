import { useTranslation } from '~/components/words';
import { Button, DateField, RadioGroup, SelectField, TextField } from '~/components/fields';
import type { SuggestedDays } from '~/domain/consultation';
import { NATIONS } from '~/domain/deadline';
import { DatesAsRead } from './dates-as-read';
import { PlanText, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** When it opens and closes, who decides, and when people hear back. */
export function TimetableSection({ document, suggested }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('timetable');
  const { timetable } = document;
  const day = (name: keyof SuggestedDays) => (
    <DateField name={name} {...words(name)} defaultValue={timetable[name] ?? suggested?.[name]} />
  );
  return (
    <>
      <DatesAsRead document={document} />
      {suggested && <p>{t('timetable.suggested')}</p>}
      <h2>{t('timetable.answering')}</h2>
      {day('opensOn')}
      <TextField name="opensTime" {...words('opensTime')} width="short" defaultValue={timetable.opensTime} />
      {day('closesOn')}
      <TextField
        name="closesTime"
        {...words('closesTime')}
        width="short"
        defaultValue={timetable.closesTime}
      />
      <p>
        <Button kind="secondary" name="intent" value="stay">
          {t('page.stay')}
        </Button>
      </p>
      <PlanText section="timetable" name="shorterReasons" of={timetable.shorterReasons} isOptional rows={3} />
      <h2>{t('timetable.post')}</h2>
      <RadioGroup
        name="postRule"
        {...words('postRule')}
        choices={(['received-by', 'postmarked-by'] as const).map((rule) => ({
          value: rule,
          label: t(`timetable.rule.${rule}`),
        }))}
        defaultValues={[timetable.postRule]}
      />
      <DateField
        name="postClosesOn"
        {...words('postClosesOn')}
        isOptional
        defaultValue={timetable.postClosesOn}
      />
      <DateField
        name="postLastArrivalOn"
        {...words('postLastArrivalOn')}
        isOptional
        defaultValue={timetable.postLastArrivalOn}
      />
      <SelectField
        name="nation"
        {...words('nation')}
        choices={NATIONS.map((nation) => ({ value: nation, label: t(`timetable.nations.${nation}`) }))}
        defaultValue={timetable.nation}
      />
      <h2>{t('timetable.deciding')}</h2>
      <PlanText section="timetable" name="decisionMaker" of={timetable.decisionMaker} rows={2} />
      <PlanText section="timetable" name="howDeciderTookPart" of={timetable.howDeciderTookPart} rows={3} />
      {day('considerFromOn')}
      {day('considerUntilOn')}
      {day('decisionOn')}
      {day('feedbackOn')}
    </>
  );
}
