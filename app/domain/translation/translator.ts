import { createInstance, type i18n } from 'i18next';
import { isolatedIn } from './isolated';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './localized';

type Words = { [key: string]: string | Words };

const files = import.meta.glob<Words>('/locales/*/*.json', { eager: true, import: 'default' });

const resources: Record<string, Record<string, Words>> = {};
for (const [path, words] of Object.entries(files)) {
  const [, , language = '', file = ''] = path.split('/');
  (resources[language] ??= {})[file.replace('.json', '')] = words;
}

/** One translator a language, made once: making one costs more than rendering a small page. */
const translators = Object.fromEntries(
  LANGUAGES.map((language) => {
    const instance = createInstance();
    void instance.init({
      lng: language,
      fallbackLng: DEFAULT_LANGUAGE,
      resources,
      defaultNS: 'common',
      // React escapes for HTML; here a value is only kept from turning its sentence around.
      interpolation: { escapeValue: true, escape: (value: unknown) => isolatedIn(language, String(value)) },
      initAsync: false,
      returnNull: false,
      saveMissing: import.meta.env.MODE === 'test',
      missingKeyHandler: refuseMissing,
    });
    return [language, instance];
  }),
) as Record<Language, i18n>;

/** A test that meets words which are not there fails; elsewhere their key is shown. */
function refuseMissing(
  _languages: readonly string[],
  namespace: string,
  key: string,
  _shown: string,
  _isUpdate: boolean,
  options: { defaultValue?: string } | undefined,
): void {
  if (options?.defaultValue === undefined) throw new Error(`No words for ${key} in ${namespace}`);
}

/** The i18next instance of a language. */
export function translatorOf(language: Language): i18n {
  return translators[language];
}
