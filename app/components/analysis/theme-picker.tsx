import { useRef, useState, type KeyboardEvent } from 'react';
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
  Text as HelpText,
  useFilter,
  type Key,
  type Selection,
} from 'react-aria-components';
import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { localize, type Language } from '~/domain/translation';
import type { ThemeChoice } from './theme-choices';

/**
 * The themes for readers whose browser runs the script: type a few letters, Enter ticks or unticks, Enter in the empty
 * field saves. Choosing "none" unticks the others, and the other way round.
 */
export function ThemePicker({
  choices,
  chosen,
  noTheme,
  hasFocus,
  original,
}: {
  choices: readonly ThemeChoice[];
  chosen: ReadonlySet<string>;
  noTheme: string;
  /** Whether reading begins in the search field: not after a refusal, whose summary is to be read first. */
  hasFocus: boolean;
  original: Language;
}) {
  const { t } = useTranslation('reading');
  const language = useLanguage();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<Key>>(chosen);
  const isMoving = useRef(false);
  const nameOf = ({ name }: ThemeChoice) =>
    name ? localize(name, language, original).text : t('read.noTheme');

  function select(selection: Selection) {
    const keys = selection === 'all' ? new Set<Key>(choices.map(({ value }) => value)) : selection;
    const isNoneNew = keys.has(noTheme) && !selected.has(noTheme);
    setSelected(
      new Set(isNoneNew ? [noTheme] : [...keys].filter((key) => key !== noTheme || keys.size === 1)),
    );
    setTyped('');
    isMoving.current = false;
  }

  /** Enter saves unless a theme was just looked for: by letters, or by going through the list. */
  function saveOnEnter(event: KeyboardEvent<HTMLElement>) {
    if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) isMoving.current = true;
    if (event.key !== 'Enter' || typed !== '' || isMoving.current) return;
    event.preventDefault();
    event.stopPropagation();
    const form = event.currentTarget.closest('form');
    form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[type=submit]'));
  }

  return (
    <div className="theme-picker" onKeyDownCapture={saveOnEnter}>
      {/* With this id in the page React Aria adds no style element, which the content policy would refuse. */}
      <span id="react-aria-pressable-style" hidden />
      {[...selected].map((key) => (
        <input key={key} type="hidden" name="themes" value={String(key)} />
      ))}
      <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
        <SearchField className="field" autoFocus={hasFocus}>
          <Label>{t('picker.label')}</Label>
          <Input className="input input-medium" id="field-themes" />
          <HelpText slot="description" className="hint">
            {t('picker.hint')}
          </HelpText>
        </SearchField>
        <ListBox
          aria-label={t('read.themes')}
          className="theme-list"
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={selected}
          onSelectionChange={select}
          renderEmptyState={() => <p className="soft">{t('picker.nothing')}</p>}
        >
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={nameOf(choice)}
              className="theme-item"
            >
              {({ isSelected }) => (
                <>
                  <span className="theme-mark" aria-hidden="true">
                    {isSelected ? '☑' : '☐'}
                  </span>{' '}
                  <bdi>{nameOf(choice)}</bdi>{' '}
                  {choice.isSuggested && <span className="tag tag-info">{t('read.suggested')}</span>}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
