import { useTranslation } from '~/components/words';
import { DateField, TextField } from '~/components/fields';
import { MOST_SOURCES } from '~/domain/consultation';
import { AddItem, Item, rowsOf } from './item-list';
import { PlanText, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

const TEXTS = [
  'issues',
  'evidenceFor',
  'evidenceAgainst',
  'restrictions',
  'earlierConsultations',
  'publicInvolvement',
] as const;

/** Why something should change, what speaks for and against it, and where that is known from. */
export function CaseSection({ document, typed }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('case');
  const sources = rowsOf('sources', document.sources, typed);
  return (
    <>
      {TEXTS.map((name) => (
        <PlanText key={name} section="case" name={name} of={document[name]} />
      ))}
      <h2>{t('case.sources.title')}</h2>
      <p className="hint">{t('case.sources.hint')}</p>
      {sources.map((source, index) => (
        <Item key={index} legend={t('case.sources.item', { number: index + 1 })} index={index}>
          <TextField
            name={`sources[${index}].title`}
            {...words('sourceTitle')}
            defaultValue={source?.title}
          />
          <DateField
            name={`sources[${index}].publishedOn`}
            {...words('sourceDate')}
            defaultValue={source?.publishedOn}
          />
          <TextField
            name={`sources[${index}].address`}
            {...words('sourceAddress')}
            isOptional
            type="url"
            defaultValue={source?.address}
          />
        </Item>
      ))}
      {sources.length < MOST_SOURCES && <AddItem>{t('case.sources.add')}</AddItem>}
    </>
  );
}
