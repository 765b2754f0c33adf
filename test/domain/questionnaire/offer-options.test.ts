import { expect, test } from 'vitest';
import { withOptionsChanged, type AskedOption } from '~/domain/questionnaire';
import { aQuestion, aQuestionnaire, aSection } from './a-questionnaire';

const option = (id: string, overrides: Partial<AskedOption> = {}): AskedOption => ({
  id,
  title: { en: id, cy: `${id} (cy)` },
  ...overrides,
});
const choice = (id: string, label = id) => ({ id, label: { en: label, cy: `${label} (cy)` } });
const bus = option('bus');
const train = option('train');

/** The choices of a question after the options changed. */
function choicesAfter(choices: string[], before: AskedOption[], after: AskedOption[]) {
  const question = aQuestion({ type: 'single-choice', choices: choices.map((id) => choice(id)) });
  const questionnaire = aQuestionnaire(aSection('s1', [question]));
  const changed = withOptionsChanged(questionnaire, 'en', { before, after });
  return changed.sections[0]?.questions[0]?.choices?.map(({ label }) => label.en);
}

test('a renamed option is renamed in every language where it is a choice', () => {
  const question = aQuestion({ type: 'multiple-choice', choices: [choice('bus'), choice('c1', 'None')] });
  const renamed = option('bus', { title: { en: 'Coach', ur: 'بس' } });
  const [section] = withOptionsChanged(aQuestionnaire(aSection('s1', [question])), 'en', {
    before: [bus],
    after: [renamed],
  }).sections;
  expect(section?.questions[0]?.choices).toEqual([
    { id: 'bus', label: { en: 'Coach', cy: 'bus (cy)', ur: 'بس' } },
    choice('c1', 'None'),
  ]);
});

test('a choice with words of its own keeps them', () => {
  const short = aQuestion({ type: 'single-choice', choices: [choice('bus', 'By bus')] });
  const [section] = withOptionsChanged(aQuestionnaire(aSection('s1', [short])), 'en', {
    before: [bus],
    after: [option('bus', { title: { en: 'Coach' } })],
  }).sections;
  expect(section?.questions[0]?.choices).toEqual([choice('bus', 'By bus')]);
});

test('an option that is taken out or rejected is no choice any more', () => {
  expect(choicesAfter(['bus', 'train', 'c1'], [bus, train], [train])).toEqual(['train', 'c1']);
  const rejected = option('bus', { whyRejected: {} });
  expect(choicesAfter(['bus', 'train', 'c1'], [bus, train], [rejected, train])).toEqual(['train', 'c1']);
});

test('a new option joins the others where all of them are choices, before what else can be chosen', () => {
  const ship = option('ship');
  expect(choicesAfter(['bus', 'train', 'c1'], [bus, train], [bus, train, ship])).toEqual([
    'bus',
    'train',
    'ship',
    'c1',
  ]);
  expect(choicesAfter(['bus', 'c1'], [bus, train], [bus, train, ship])).toEqual(['bus', 'c1']);
  expect(choicesAfter(['bus', 'train'], [bus, train], [bus, train, option('new', { title: {} })])).toEqual([
    'bus',
    'train',
  ]);
});

test('questions that offer no option stay as they are', () => {
  expect(choicesAfter(['c1', 'c2'], [], [bus])).toEqual(['c1', 'c2']);
  expect(choicesAfter(['c1', 'c2'], [bus], [])).toEqual(['c1', 'c2']);
});
