import { useTranslation } from '~/components/words';
import { NumberedChoices } from './numbered-choices';

/** The choices about publishing as they stand on the sheet; none made means not published. */
export function SheetPublishing({ answer = [], name = [] }: { answer?: string[]; name?: string[] }) {
  const { t } = useTranslation('keying');
  const choices = [
    { value: 'yes', label: t('publishing.yes') },
    { value: 'no', label: t('publishing.no') },
  ];
  return (
    <>
      <NumberedChoices
        type="radio"
        name="mayPublishAnswer"
        label={t('publishing.answer')}
        hint={t('publishing.hint')}
        choices={choices}
        chosen={answer}
        isInline
      />
      <NumberedChoices
        type="radio"
        name="mayPublishName"
        label={t('publishing.name')}
        choices={choices}
        chosen={name}
        isInline
      />
    </>
  );
}
