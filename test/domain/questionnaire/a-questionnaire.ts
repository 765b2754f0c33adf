import fc from 'fast-check';
import {
  AGREEMENT_POINTS,
  QUESTION_TYPES,
  choiceIdsOf,
  questionnaireSchema,
  type Answer,
  type Condition,
  type Question,
  type Questionnaire,
  type Section,
} from '~/domain/questionnaire';

/** A short-text question with a label, unless told otherwise. */
export function aQuestion(overrides: Partial<Question> = {}): Question {
  return { id: 'why', type: 'short-text', label: { en: 'Why?' }, isRequired: false, ...overrides };
}

/** A single choice of yes and no. */
export function aYesNo(id: string, overrides: Partial<Question> = {}): Question {
  const choices = ['yes', 'no'].map((choice) => ({ id: choice, label: { en: choice } }));
  return aQuestion({ id, type: 'single-choice', choices, ...overrides });
}

export function aSection(id: string, questions: Question[], overrides: Partial<Section> = {}): Section {
  return { id, title: { en: id }, questions, ...overrides };
}

export function aQuestionnaire(...sections: Section[]): Questionnaire {
  return questionnaireSchema.parse({ sections });
}

/** Shown when any of the given choices of a question was chosen. */
export function when(question: string, ...isAnyOf: string[]): Condition {
  return { match: 'any', tests: [{ question, isAnyOf }] };
}

const QUESTION_IDS = Array.from({ length: 12 }, (_, index) => `q${index}`);
const CHOICE_IDS = ['a', 'b', 'c', 'other'];

/** Conditions of every kind, looking forward, at themselves and at nothing among them. */
const anyCondition = fc.option(
  fc.record({
    match: fc.constantFrom('any' as const, 'all' as const),
    tests: fc.array(
      fc.record({
        question: fc.constantFrom(...QUESTION_IDS, 'constructor'),
        isAnyOf: fc.subarray([...CHOICE_IDS, ...AGREEMENT_POINTS], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { nil: undefined },
);

function anyQuestion(id: string): fc.Arbitrary<Question> {
  return fc.record({
    id: fc.constant(id),
    type: fc.constantFrom(...QUESTION_TYPES, 'single-choice' as const, 'multiple-choice' as const),
    label: fc.constant({ en: id }),
    isRequired: fc.boolean(),
    choices: fc.constant(['a', 'b', 'c'].map((choice) => ({ id: choice, label: { en: choice } }))),
    hasOther: fc.boolean(),
    showWhen: anyCondition,
  });
}

/** Up to four sections of up to three questions with unique ids and random conditions. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .tuple(...[0, 1, 2, 3].map((s) => anySection(`s${s}`, QUESTION_IDS.slice(s * 3, s * 3 + 3))))
  .map((sections) => ({ sections }));

function anySection(id: string, questionIds: string[]): fc.Arbitrary<Section> {
  return fc.record({
    id: fc.constant(id),
    title: fc.constant({ en: id }),
    questions: fc.tuple(...questionIds.map(anyQuestion)),
    showWhen: anyCondition,
  });
}

/** Words that are already as they are stored. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => `x${text.trim()}x`);

/** An answer that fits the question. */
export function anyAnswerTo(question: Question): fc.Arbitrary<Answer> {
  const choices = choiceIdsOf(question);
  const withWords = (ids: string[]) => (ids.includes('other') && question.hasOther ? words : fc.constant(''));
  const withOther = <T extends Answer>(answer: T, other: string) => (other ? { ...answer, other } : answer);
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return fc.record({ text: words });
    case 'number':
      return fc.record({ number: fc.integer() });
    case 'date':
      return fc.record({ date: fc.constantFrom('2026-03-29', '2028-02-29') });
    case 'multiple-choice':
      return fc
        .subarray(choices, { minLength: 1 })
        .chain((ids) => withWords(ids).map((other) => withOther({ choices: ids }, other)));
    default:
      return fc
        .constantFrom(...choices)
        .chain((choice) => withWords([choice]).map((other) => withOther({ choice }, other)));
  }
}

/** A questionnaire with answers to some of its questions, whether they are shown or not. */
export const anyAnswered = anyQuestionnaire.chain((questionnaire) => {
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  return fc
    .tuple(...questions.map((question) => fc.option(anyAnswerTo(question), { nil: undefined, freq: 4 })))
    .map((answers) => ({
      questionnaire,
      answers: Object.fromEntries(
        questions.flatMap(({ id }, index): [string, Answer][] => {
          const answer = answers[index];
          return answer ? [[id, answer]] : [];
        }),
      ),
    }));
});
