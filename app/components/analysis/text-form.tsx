import { useTranslation } from '~/components/words';
import { FieldGroup } from '~/components/fields';
import { useField } from '~/components/form';
import type { TextToRead } from '~/domain/analysis/reading-queries.server';
import type { Language } from '~/domain/translation';
import { ThemeChoices, type ThemeChoice } from './theme-choices';
import { ThemePicker } from './theme-picker';
import { useIsHydrated } from './use-is-hydrated';

/** Under which themes a text is read: boxes to tick, or the quick picker where there is script. */
export function TextForm({
  text,
  choices,
  noTheme,
  original,
}: {
  text: TextToRead;
  choices: readonly ThemeChoice[];
  noTheme: string;
  original: Language;
}) {
  const { t } = useTranslation('reading');
  const isHydrated = useIsHydrated();
  const { id, error, typed } = useField('themes');
  const read = text.reading && (text.reading.themeIds.length ? text.reading.themeIds : [noTheme]);
  const chosen = new Set(typed ?? read ?? []);
  return (
    <FieldGroup id={id} label={t('read.themes')} error={error}>
      <input type="hidden" name="textKey" value={text.textKey} />
      <input type="hidden" name="isChange" value={text.reading ? 'yes' : 'no'} />
      {isHydrated ? (
        <ThemePicker
          choices={choices}
          chosen={chosen}
          noTheme={noTheme}
          hasFocus={!error}
          original={original}
        />
      ) : (
        <ThemeChoices choices={choices} chosen={chosen} original={original} />
      )}
    </FieldGroup>
  );
}
