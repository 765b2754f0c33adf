/** A translation as it came back from the editor; `seen` is the fingerprint of what stood there before. */
export type TypedTranslation = { path: string; text: string; isChecked: boolean; seen: string };

/** The form fields of one text. */
export const textField = (path: string) => `text-${path}`;
export const checkedField = (path: string) => `checked-${path}`;
export const seenField = (path: string) => `seen-${path}`;
/** Ticks every text on the page that has a translation. */
export const CHECK_ALL_FIELD = 'check-all';

/** The translations in a form, by the names of its fields. */
export function readTyped(fields: ReadonlyMap<string, string>): TypedTranslation[] {
  const isAllChecked = fields.has(CHECK_ALL_FIELD);
  return [...fields]
    .filter(([name]) => name.startsWith(textField('')))
    .map(([name, text]) => {
      const path = name.slice(textField('').length);
      const isTicked = fields.has(checkedField(path)) || isAllChecked;
      return {
        path,
        text,
        isChecked: isTicked && text.trim() !== '',
        seen: fields.get(seenField(path)) ?? '',
      };
    });
}
