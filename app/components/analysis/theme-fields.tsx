import { useTranslation } from '~/components/words';
import { TextArea, TextField } from '~/components/fields';
import { LANGUAGE_NAMES } from '~/components/language-names';
import type { Language, Localized } from '~/domain/translation';

/** What a theme is called in each language of the consultation, what it means, and what suggests it. */
export function ThemeFields({
  languages,
  name,
  description,
  matches,
}: {
  languages: readonly Language[];
  name?: Localized;
  description?: string;
  matches?: readonly string[];
}) {
  const { t } = useTranslation('reading');
  return (
    <>
      {languages.map((language, index) => (
        <TextField
          key={language}
          name={`name.${language}`}
          label={
            languages.length > 1 ? t('theme.nameIn', { language: LANGUAGE_NAMES[language] }) : t('theme.name')
          }
          hint={index === 0 ? t('theme.nameHint') : undefined}
          isOptional={index > 0}
          lang={language}
          defaultValue={name?.[language]}
        />
      ))}
      <TextArea
        name="description"
        label={t('theme.description')}
        hint={t('theme.descriptionHint')}
        isOptional
        rows={2}
        defaultValue={description}
      />
      <TextArea
        name="suggestedBy"
        label={t('theme.matches')}
        hint={t('theme.matchesHint')}
        isOptional
        rows={3}
        defaultValue={matches?.join('\n')}
      />
    </>
  );
}
