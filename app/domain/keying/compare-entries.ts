import { normaliseText, type Answer, type Answers, type AnswerText } from '~/domain/questionnaire';

/** What is compared between two entries of one sheet. */
export type ComparedEntry = {
  closed: Answers;
  texts: AnswerText[];
  /** What is no answer and was kept word for word. */
  asWritten: AnswerText[];
  mayPublishAnswer: boolean;
  mayPublishName: boolean;
};

/** One thing keyed: a closed answer, a text, what is no answer, or a choice about publishing. */
export type Keyed = Answer | { asWritten: string } | { allowed: boolean };

/**
 * One thing that two entries have differently; absent where one of them has nothing.
 * `id`: a question's, a text's, or PUBLISH_ANSWER or PUBLISH_NAME.
 */
export type Difference = { id: string; before?: Keyed; after?: Keyed };

export const PUBLISH_ANSWER = '@may-publish-answer';
export const PUBLISH_NAME = '@may-publish-name';

/** What differs between the first entry and the second. Texts that are read as the same (`normaliseText`) do not. */
export function compareEntries(first: ComparedEntry, second: ComparedEntry): Difference[] {
  const before = keyedIn(first);
  const after = keyedIn(second);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): Difference[] => {
    const was = before.get(id);
    const is = after.get(id);
    if (isSame(was, is)) return [];
    return [{ id, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

/** The ids of the differences for which nobody has said which entry is right. */
export function undecidedIn(
  differences: readonly Difference[],
  rightEntry: Record<string, 'first' | 'second'>,
): string[] {
  return differences.flatMap(({ id }) => (Object.hasOwn(rightEntry, id) ? [] : [id]));
}

function keyedIn(entry: ComparedEntry): Map<string, Keyed> {
  return new Map<string, Keyed>([
    ...Object.entries(entry.closed),
    ...entry.texts.map(({ questionId, text }): [string, Keyed] => [questionId, { text }]),
    ...entry.asWritten.map(({ questionId, text }): [string, Keyed] => [questionId, { asWritten: text }]),
    [PUBLISH_ANSWER, { allowed: entry.mayPublishAnswer }],
    [PUBLISH_NAME, { allowed: entry.mayPublishName }],
  ]);
}

function isSame(one: Keyed | undefined, other: Keyed | undefined): boolean {
  if (!one || !other) return one === other;
  if ('text' in one && 'text' in other) return normaliseText(one.text) === normaliseText(other.text);
  return canonical(one) === canonical(other);
}

/** Choices of a multiple choice in any order are the same. */
function canonical(keyed: Keyed): string {
  const sorted = 'choices' in keyed ? { ...keyed, choices: keyed.choices.toSorted() } : keyed;
  return JSON.stringify(Object.entries(sorted).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
