import {
  findLostFacts,
  hasText,
  indexRecords,
  statusOf,
  type Language,
  type TranslationRecord,
} from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import { textsOf } from './texts-of-document';

/** What is wrong with one translation: its text's path and language, in the shape of a publishing problem. */
export type TranslationProblem = {
  code:
    | 'translation-missing'
    /** Its original has changed since. */
    | 'translation-stale'
    /** A machine made it and no person has checked it. */
    | 'translation-by-machine'
    /** No person has said that it matches its original. */
    | 'translation-unchecked'
    /** The original names a figure or an address that the translation does not. */
    | 'translation-lost-facts';
  section: 'translation';
  field: string;
  language: Language;
  values?: { facts: string };
};

/** What of it is only warned of: a person decides whether it matters. */
const WARNINGS: readonly TranslationProblem['code'][] = ['translation-unchecked', 'translation-lost-facts'];

export function isWarning({ code }: TranslationProblem): boolean {
  return WARNINGS.includes(code);
}

/** Everything that is wrong or doubtful in the promised languages, text by text (requirements C3, practice: languages). */
export function findTranslationProblems(
  document: ConsultationDocument,
  records: readonly TranslationRecord[],
): TranslationProblem[] {
  const { originalLanguage } = document;
  const recordOf = indexRecords(records);
  return document.languages
    .filter((language) => language !== originalLanguage)
    .flatMap((language) =>
      textsOf(document).flatMap(({ path, texts }): TranslationProblem[] => {
        const at = { section: 'translation', field: path, language } as const;
        const record = recordOf(path, language);
        const status = statusOf(texts, originalLanguage, language, record);
        if (status === 'missing') return [{ code: 'translation-missing', ...at }];
        const problems: TranslationProblem[] = [];
        if (status === 'stale') problems.push({ code: 'translation-stale', ...at });
        if (status === 'unchecked') {
          problems.push({
            code: record?.isMachine ? 'translation-by-machine' : 'translation-unchecked',
            ...at,
          });
        }
        const facts = hasText(texts, language)
          ? findLostFacts(texts[originalLanguage] ?? '', texts[language] ?? '')
          : [];
        if (facts.length) {
          problems.push({ code: 'translation-lost-facts', ...at, values: { facts: facts.join(', ') } });
        }
        return problems;
      }),
    );
}
