import { useTranslation } from '~/components/words';
import { RadioGroup } from '~/components/fields';
import { MOST_OPTIONS } from '~/domain/consultation';
import { AddItem, hiddenValue, Item, rowsOf } from './item-list';
import { PlanLine, PlanText, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** The options on offer, and the realistic alternatives that were rejected, each with why. */
export function OptionsSection({ document, typed }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('options');
  const options = rowsOf('options', document.options, typed);
  return (
    <>
      <p>{t('options.intro')}</p>
      {options.map((option, index) => {
        const at = `options[${index}]`;
        return (
          <Item key={index} legend={t('options.item', { number: index + 1 })} index={index}>
            <input type="hidden" name={`${at}.id`} value={hiddenValue(`${at}.id`, option?.id, typed)} />
            <PlanLine section="options" name="title" field={`${at}.title`} of={option?.title} />
            <PlanText
              section="options"
              name="description"
              field={`${at}.description`}
              of={option?.description}
            />
            <RadioGroup
              name={`${at}.standing`}
              {...words('standing')}
              choices={[
                { value: 'on-offer', label: t('options.onOffer') },
                {
                  value: 'rejected',
                  label: t('options.rejected'),
                  detail: (
                    <PlanText
                      section="options"
                      name="whyRejected"
                      field={`${at}.whyRejected`}
                      of={option?.whyRejected}
                      rows={3}
                    />
                  ),
                },
              ]}
              defaultValues={[option?.whyRejected ? 'rejected' : 'on-offer']}
            />
          </Item>
        );
      })}
      {options.length < MOST_OPTIONS && <AddItem>{t('options.add')}</AddItem>}
    </>
  );
}
