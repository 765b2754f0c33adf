import { useTranslation } from '~/components/words';
import { TextArea, TextField } from '~/components/fields';
import type { Section } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';

/** The fields of a section, in the original language. */
export function SectionFormFields({
  original,
  section,
}: {
  original: Language;
  section?: Section | undefined;
}) {
  const { t } = useTranslation('questions');
  return (
    <>
      <TextField
        name="title"
        label={t('section.title')}
        hint={t('section.titleHint')}
        lang={original}
        defaultValue={section?.title[original]}
      />
      <TextArea
        name="introduction"
        label={t('section.introduction')}
        isOptional
        lang={original}
        defaultValue={section?.introduction?.[original]}
      />
    </>
  );
}
