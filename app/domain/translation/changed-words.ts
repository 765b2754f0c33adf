/** A run of words of a text before and after a change. */
export type ChangedWords = { kind: 'same' | 'removed' | 'added'; words: string };

/** Above this many pairs of words the changed middle is shown whole. */
const PAIRS_LIMIT = 1_000_000;

/** What changed from one text to another, word by word, in the order of reading; joined without 'removed' it is `after`. */
export function changedWords(before: string, after: string): ChangedWords[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([
    { kind: 'same', words: now.slice(0, start).join('') },
    ...middle,
    { kind: 'same', words: now.slice(now.length - end).join('') },
  ]);
}

/** Words with the white space after them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? [];
}

/** By the longest common run of words. */
function compare(old: readonly string[], now: readonly string[]): ChangedWords[] {
  if (old.length * now.length > PAIRS_LIMIT || !old.length || !now.length) {
    return [
      { kind: 'removed', words: old.join('') },
      { kind: 'added', words: now.join('') },
    ];
  }
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: ChangedWords[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone = '', come = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && gone === come) {
      changes.push({ kind: 'same', words: come });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', words: gone });
      i += 1;
    } else {
      changes.push({ kind: 'added', words: come });
      j += 1;
    }
  }
  return changes;
}

function joined(changes: readonly ChangedWords[]): ChangedWords[] {
  const runs: ChangedWords[] = [];
  for (const { kind, words } of changes) {
    const last = runs.at(-1);
    if (!words) continue;
    if (last?.kind === kind) last.words += words;
    else runs.push({ kind, words });
  }
  return runs;
}
