import { useTranslation } from '~/components/words';
import { RadioGroup, SelectField } from '~/components/fields';
import { MOST_METHODS, PARTICIPATION_LEVELS } from '~/domain/consultation';
import { AddItem, hiddenValue, Item, rowsOf } from './item-list';
import { PlanLine, PlanText, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** How people can take part, how they hear of it, and how they hear back. */
export function MethodsSection({ document, typed }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('methods');
  const methods = rowsOf('methods', document.methods, typed);
  return (
    <>
      <p id="field-methods">{t('methods.intro')}</p>
      {methods.map((method, index) => {
        const at = `methods[${index}]`;
        return (
          <Item key={index} legend={t('methods.item', { number: index + 1 })} index={index}>
            <input type="hidden" name={`${at}.id`} value={hiddenValue(`${at}.id`, method?.id, typed)} />
            <PlanLine section="methods" name="name" field={`${at}.name`} of={method?.name} />
            <RadioGroup
              name={`${at}.medium`}
              {...words('medium')}
              isInline
              choices={[
                { value: 'electronic', label: t('methods.electronic') },
                { value: 'not-electronic', label: t('methods.notElectronic') },
              ]}
              defaultValues={[method?.isElectronic ? 'electronic' : 'not-electronic']}
            />
            <SelectField
              name={`${at}.level`}
              {...words('level')}
              choices={PARTICIPATION_LEVELS.map((level) => ({
                value: level,
                label: t(`level.${level}.label`),
              }))}
              defaultValue={method?.level ?? 'consult'}
            />
          </Item>
        );
      })}
      {methods.length < MOST_METHODS && <AddItem>{t('methods.add')}</AddItem>}
      <PlanText section="methods" name="publicityPlan" of={document.publicityPlan} />
      <PlanText section="methods" name="feedbackPlan" of={document.feedbackPlan} />
    </>
  );
}
