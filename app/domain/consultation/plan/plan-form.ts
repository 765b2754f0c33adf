import { z } from 'zod';
import { checkDays } from '~/domain/day-fields';
import { cleanAuthorLine, cleanAuthorText, readNumber } from '~/domain/questionnaire';
import { withText, type Language, type Localized } from '~/domain/translation';
import type { ConsultationDocument } from '../document';

/** What saving does to a draft; it looks at nothing but the draft. */
export type DraftChange = (document: ConsultationDocument) => ConsultationDocument;

/** What was pressed: save and go on, save and stay, save and leave, add an item to the list, or take one out. */
export type PlanIntent = 'save' | 'stay' | 'leave' | 'add' | `remove-${number}`;

/** A section's form once read: the version it was opened at, what was pressed, and the change it asks for. */
export type PlanForm = { draftVersion: number; intent: PlanIntent; change: DraftChange };

const intentSchema = z
  .custom<PlanIntent>(
    (value) => typeof value === 'string' && /^(save|stay|leave|add|remove-\d{1,2})$/.test(value),
  )
  .default('save');

/**
 * A section's form: `shape` reads its fields, `apply` puts them into the document; `days` are those among its fields.
 * Messages are error codes of `locales/<language>/errors.json`.
 */
export function planForm<Shape extends z.core.$ZodLooseShape, Value>(
  shape: Shape,
  read: (fields: z.output<z.ZodObject<Shape>>, problems: z.core.$RefinementCtx) => Value,
  apply: (document: ConsultationDocument, value: Value, intent: PlanIntent) => ConsultationDocument,
  days: readonly string[] = [],
) {
  const sent = z.object({ draftVersion: z.int(), intent: intentSchema });
  const form = z.object({ ...shape, ...sent.shape }).check(checkDays(...days));
  return form.transform((fields, problems): PlanForm => {
    const { draftVersion, intent } = sent.parse(fields);
    const value = read(fields as z.output<z.ZodObject<Shape>>, problems);
    return { draftVersion, intent, change: (document) => apply(document, value, intent) };
  });
}

/** A text of several lines, cleaned; absent when empty. */
export const longText = z
  .string()
  .max(20_000, 'text-too-long')
  .optional()
  .transform((text) => cleanAuthorText(text ?? ''));

/** A text of one line of at most `limit` characters, cleaned; '' when absent. */
export const line = (limit = 500) =>
  z
    .string()
    .max(limit, 'line-too-long')
    .optional()
    .transform((text) => cleanAuthorLine(text ?? ''));

/** A whole number of a range; `usual` when nothing is typed. */
export const wholeNumber = ({ from, to, usual }: { from: number; to: number; usual: number }) =>
  z
    .string()
    .optional()
    .transform((text, problems) => {
      const number = text?.trim() ? readNumber(text) : usual;
      if (Number.isInteger(number) && Number(number) >= from && Number(number) <= to) return Number(number);
      problems.addIssue({ code: 'custom', message: 'number-out-of-range', params: { from, to } });
      return usual;
    });

/** `withText`, and nothing at all where no language has a text. */
export function withOptionalText(
  texts: Localized | undefined,
  language: Language,
  text: string,
): Localized | undefined {
  const changed = withText(texts, language, text);
  return Object.keys(changed).length ? changed : undefined;
}

/** A list after a button was pressed: the item taken out, an empty one added; otherwise empty ones dropped. */
export function changeList<Item>(
  items: readonly Item[],
  intent: PlanIntent,
  { blank, isBlank }: { blank: () => Item; isBlank: (item: Item) => boolean },
): Item[] {
  if (intent === 'add') return [...items, blank()];
  if (intent.startsWith('remove-')) {
    const removed = Number(intent.slice('remove-'.length));
    return items.filter((_item, index) => index !== removed);
  }
  return items.filter((item) => !isBlank(item));
}

/** Whether no two items of a list have the same id. */
export function haveOwnIds(items: readonly { id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}

/** An id like `option-4` that none of the given has or had: one more than the highest. */
export function nextId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(id.match(new RegExp(`^${prefix}-(\\d{1,6})$`))?.[1] ?? 0));
  return `${prefix}-${Math.max(0, ...numbers) + 1}`;
}
