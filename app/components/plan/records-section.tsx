import { useTranslation } from '~/components/words';
import { RadioGroup, TextField } from '~/components/fields';
import { useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** How long answers are kept, and how much of what clerks key in is checked. */
export function RecordsSection({ document: { retentionMonths, keyingSample } }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('records');
  const number = (name: 'retentionMonths' | 'percent' | 'atLeast', value: number) => (
    <TextField name={name} {...words(name)} width="short" inputMode="numeric" defaultValue={String(value)} />
  );
  return (
    <>
      {number('retentionMonths', retentionMonths)}
      <RadioGroup
        name="sample"
        {...words('sample')}
        choices={(['part', 'every'] as const).map((value) => ({
          value,
          label: t(`records.samples.${value}`),
        }))}
        defaultValues={[keyingSample.isEvery ? 'every' : 'part']}
      />
      {number('percent', keyingSample.percent)}
      {number('atLeast', keyingSample.atLeast)}
    </>
  );
}
