import { useTranslation } from '~/components/words';
import { RadioGroup } from '../fields';
import { useNoAnswer } from './use-no-answer';

/** The choices about publishing as they stand on the sheet; none made means not published. */
export function SheetPublishing({ answer = [], name = [] }: { answer?: string[]; name?: string[] }) {
  const { t } = useTranslation('keying');
  const choices = [
    { value: 'yes', label: t('publishing.yes') },
    { value: 'no', label: t('publishing.no') },
    useNoAnswer(),
  ];
  return (
    <>
      <RadioGroup
        name="mayPublishAnswer"
        label={t('publishing.answer')}
        hint={t('publishing.hint')}
        choices={choices}
        defaultValues={answer}
        isInline
        isNumbered
      />
      <RadioGroup
        name="mayPublishName"
        label={t('publishing.name')}
        choices={choices}
        defaultValues={name}
        isInline
        isNumbered
      />
    </>
  );
}
