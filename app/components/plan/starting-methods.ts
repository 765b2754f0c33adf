import { translatorOf } from '~/domain/translation/translator';
import { LANGUAGES, type Localized } from '~/domain/translation';

/** Two usual ways to take part, one of them not electronic, in every language of the hub. */
export function startingMethods() {
  const named = (key: string): Localized =>
    Object.fromEntries(
      LANGUAGES.map((language) => [language, translatorOf(language).t(`plan:startingMethods.${key}`)]),
    );
  return [
    { id: 'method-1', name: named('web'), isElectronic: true },
    { id: 'method-2', name: named('paper'), isElectronic: false },
  ];
}
