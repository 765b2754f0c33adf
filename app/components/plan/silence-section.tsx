import { useTranslation } from '~/components/words';
import { RadioGroup, TextField } from '~/components/fields';
import { PlanLine, PlanText, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** Whether the silence of named consultees is taken as not objecting to one proposition. */
export function SilenceSection({ document }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('silence');
  const { silence } = document;
  const yesOrNo = (['no', 'yes'] as const).map((value) => ({ value, label: t(`page.${value}`) }));
  return (
    <>
      <p>{t('silence.intro')}</p>
      <RadioGroup
        name="applies"
        {...words('applies')}
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: t(`silence.applies.${value}`) }))}
        defaultValues={[silence ? 'yes' : 'no']}
      />
      <div className="if-silence">
        <h2>{t('silence.if')}</h2>
        <PlanLine section="silence" name="proposition" of={silence?.proposition} />
        <TextField
          name="periodDays"
          {...words('periodDays')}
          width="short"
          inputMode="numeric"
          defaultValue={String(silence?.periodDays ?? 56)}
        />
        <PlanText
          section="silence"
          name="shorterPeriodReasons"
          of={silence?.shorterPeriodReasons}
          isOptional
          rows={3}
        />
        <RadioGroup
          name="objectionEndsForAll"
          {...words('objectionEndsForAll')}
          choices={yesOrNo}
          defaultValues={[silence?.objectionEndsForAll ? 'yes' : 'no']}
        />
        <TextField
          name="contestDays"
          {...words('contestDays')}
          width="short"
          inputMode="numeric"
          defaultValue={String(silence?.contestDays ?? 28)}
        />
        <RadioGroup
          name="isStatutory"
          {...words('isStatutory')}
          choices={yesOrNo}
          defaultValues={[silence?.isStatutory ? 'yes' : 'no']}
        />
      </div>
    </>
  );
}
