/**
 * Something about a consultation file, and where in the file: `questionnaire.sections[0].title.cy`, '' for the whole.
 * Worded by `locales/<language>/consultation-file.json`: `problem.<code>`, `note.<code>`.
 */
export type FileProblem = { code: string; path: string; values?: Record<string, string | number> };

/** A place in a file as people write it: `questionnaire.sections[0].title`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^[\w$-]+$/.test(String(key))
          ? `.${String(key)}`
          : `["${String(key)}"]`,
    )
    .join('')
    .replace(/^\./, '');
}
