import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesOfLines, linesOf } from '~/domain/questionnaire';

const before = ['Mornings', 'Evenings', 'Weekends'].map((label, index) => ({
  id: `c${index + 1}`,
  label: { en: label, cy: `${label} (cy)` },
}));
const idsAfter = (...lines: string[]) => choicesOfLines(lines, before, 'en').map(({ id }) => id);

test('choices moved about keep their ids and translations', () => {
  expect(idsAfter('Weekends', 'Mornings', 'Evenings')).toEqual(['c3', 'c1', 'c2']);
  expect(choicesOfLines(['Evenings'], before, 'en')).toEqual([
    { id: 'c2', label: { en: 'Evenings', cy: 'Evenings (cy)' } },
  ]);
});

test('a choice put in between is new and disturbs no other', () => {
  expect(idsAfter('Mornings', 'Afternoons', 'Evenings', 'Weekends')).toEqual(['c1', 'c4', 'c2', 'c3']);
});

test('a choice reworded where it stands keeps its id', () => {
  expect(idsAfter('Mornings', 'In the evening', 'Weekends')).toEqual(['c1', 'c2', 'c3']);
  expect(idsAfter('Early', 'Mornings', 'Evenings', 'At the weekend')).toEqual(['c4', 'c1', 'c2', 'c3']);
});

test('the id of a choice taken out is not given to a new one in the same edit', () => {
  expect(idsAfter('Mornings', 'Evenings', 'Weekends', 'Never')).toEqual(['c1', 'c2', 'c3', 'c4']);
  expect(idsAfter('Weekends', 'Never')).toEqual(['c3', 'c2']);
});

test('whatever the lines, ids are unique, labels are the lines, and unchanged lines keep their ids', () => {
  const line = fc.constantFrom('Mornings', 'Evenings', 'Weekends', 'Never', 'Always', 'Sometimes', 'Often');
  fc.assert(
    fc.property(fc.uniqueArray(line), (lines) => {
      const after = choicesOfLines(lines, before, 'en');
      expect(after.map(({ label }) => label.en)).toEqual(lines);
      expect(new Set(after.map(({ id }) => id)).size).toBe(lines.length);
      for (const choice of before) {
        const same = after.find(({ label }) => label.en === choice.label.en);
        if (same) expect(same.id).toBe(choice.id);
      }
    }),
  );
});

test('a pasted list is read line by line, cells of a table and bullets too', () => {
  expect(linesOf('\u2022 Acocks Green\r\n- Aston\tBournville\n\n  Selly   Oak ')).toEqual([
    'Acocks Green',
    'Aston',
    'Bournville',
    'Selly   Oak',
  ]);
});

test('bullets and numbers as a word processor copies them are no choices', () => {
  for (const mark of [
    '\u2022\t',
    '\uf0b7\t',
    'o\t',
    '-\t',
    '\u2013 ',
    '* ',
    '\u00b7\t',
    '\u25aa ',
    '\u2022',
  ]) {
    expect(linesOf(`${mark}Bus\r\n${mark}Train`), JSON.stringify(mark)).toEqual(['Bus', 'Train']);
  }
  for (const [one, two] of [
    ['1.\t', '2.\t'],
    ['9) ', '10) '],
    ['a)\t', 'b)\t'],
    ['   1.  ', '   2.  '],
  ] as const) {
    expect(linesOf(`${one}Bus\n\n${two}Train`), one).toEqual(['Bus', 'Train']);
  }
});

test('numbers and letters that belong to a choice stay', () => {
  expect(linesOf('1 bedroom\n2 bedrooms\n3.5 rooms')).toEqual(['1 bedroom', '2 bedrooms', '3.5 rooms']);
  expect(linesOf('Ways to come:\n1.\tBus\n2.\tTrain')).toEqual(['Ways to come:', 'Bus', 'Train']);
  expect(linesOf('1. May\nLater')).toEqual(['1. May', 'Later']);
  expect(linesOf('-5 degrees\no clock')).toEqual(['-5 degrees', 'o clock']);
});
