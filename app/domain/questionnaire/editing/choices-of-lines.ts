import { BULLET } from '~/domain/list-marks';
import { withText, type Language } from '~/domain/translation';
import { cleanAuthorLine } from '../clean-text';
import { OTHER_CHOICE, type Question } from '../questionnaire';
import { nextChoiceId } from './next-id';

type Choice = NonNullable<Question['choices']>[number];

/** `1.`, `1)` or `a)`: with a space after it, it may be words of a choice unless every line has one. */
const NUMBER = /^\s*(?:\d{1,4}[.)]|[a-z]\))\s+/iu;
const NUMBER_AND_TAB = /^\s*(?:\d{1,4}[.)]|[a-z]\))\t/iu;

/**
 * The lines of a text area as choices are written in it, without the bullets or numbers of a pasted list. Cells of a pasted
 * table are lines too.
 */
export function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim());
  const number = lines.every((line) => NUMBER.test(line)) ? NUMBER : NUMBER_AND_TAB;
  return lines
    .flatMap((line) => line.replace(BULLET, '').replace(number, '').split('\t'))
    .map((line) => cleanAuthorLine(line))
    .filter(Boolean);
}

/** The lines that stand there more than once. */
export function repeatedIn(lines: readonly string[]): string[] {
  return [...new Set(lines.filter((line, index) => lines.indexOf(line) !== index))];
}

/**
 * The choices that the lines stand for, keeping ids (and with them translations and routing) as far as the lines
 * show which choice is meant: the same words anywhere; else the line after the choice before it, or on the same line as
 * before, is that choice reworded; else the choice is new, or one of `known` with the same words.
 * @param lines each once, as `linesOf` gives them
 * @param language the one the lines are written in
 */
export function choicesOfLines(
  lines: readonly string[],
  before: readonly Choice[],
  language: Language,
  known: readonly { id: string; title: Choice['label'] }[] = [],
): Choice[] {
  const places = new Map(
    before.map((choice, index) => [cleanAuthorLine(choice.label[language] ?? ''), index]),
  );
  const kept = lines.map((line) => places.get(line));
  const free = new Set(before.keys());
  for (const place of kept) if (place !== undefined) free.delete(place);

  lines.forEach((_line, index) => {
    if (kept[index] !== undefined) return;
    const following = index === 0 ? 0 : (kept[index - 1] ?? -2) + 1;
    const place = [following, index].find((candidate) => free.has(candidate));
    if (place === undefined) return;
    kept[index] = place;
    free.delete(place);
  });

  const choices: Choice[] = [];
  lines.forEach((line, index) => {
    const place = kept[index];
    const same = place === undefined ? undefined : before[place];
    const taken = [...before, ...choices];
    const found = known.find(
      ({ id, title }) =>
        id !== OTHER_CHOICE && title[language]?.trim() === line && taken.every((one) => one.id !== id),
    );
    if (same) choices.push({ id: same.id, label: withText(same.label, language, line) });
    else if (found) choices.push({ id: found.id, label: withText(found.title, language, line) });
    else choices.push({ id: nextChoiceId(taken), label: withText(undefined, language, line) });
  });
  return choices;
}
