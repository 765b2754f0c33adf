import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { Tag } from '~/components/page-parts';
import type { Language, Localized } from '~/domain/translation';

/** A theme to choose, or none of them. */
export type ThemeChoice = { value: string; name: Localized | undefined; isSuggested: boolean };

/** One key for each of the first themes: digits, then letters that the page does not use itself. */
const KEYS = [...'123456789abcefghjklmopqruvwxyz'];

/** The themes as boxes to tick, with or without script; the first thirty have an access key. */
export function ThemeChoices({
  choices,
  chosen,
  original,
}: {
  choices: readonly ThemeChoice[];
  chosen: ReadonlySet<string>;
  original: Language;
}) {
  const { t } = useTranslation('reading');
  return (
    <div className="theme-choices">
      {choices.map(({ value, name, isSuggested }, index) => {
        const key = name ? KEYS[index] : '0';
        return (
          <div key={value} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? 'field-themes' : `theme-${value}`}
              name="themes"
              value={value}
              accessKey={key}
              defaultChecked={chosen.has(value)}
            />
            <label htmlFor={index === 0 ? 'field-themes' : `theme-${value}`}>
              {name ? <Text of={name} original={original} /> : t('read.noTheme')}{' '}
              {key && <kbd aria-hidden="true">{key}</kbd>}{' '}
              {isSuggested && <Tag tone="info">{t('read.suggested')}</Tag>}
            </label>
          </div>
        );
      })}
    </div>
  );
}
