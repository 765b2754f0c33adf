import type { Localized } from '~/domain/translation';
import type { Condition, Question, Questionnaire, Section } from '../questionnaire';
import { nextQuestionId } from './next-id';

/** A question or a section of a questionnaire, by its id. */
export type QuestionnaireItem = { kind: 'question' | 'section'; id: string };

export type Direction = 'up' | 'down';

/** The section with an id, if there is one. */
export function findSection(questionnaire: Questionnaire, sectionId: string): Section | undefined {
  return questionnaire.sections.find(({ id }) => id === sectionId);
}

/** The question with an id and the section it is in, if there is one. */
export function findQuestion(
  questionnaire: Questionnaire,
  questionId: string,
): { question: Question; section: Section } | undefined {
  for (const section of questionnaire.sections) {
    const question = section.questions.find(({ id }) => id === questionId);
    if (question) return { question, section };
  }
  return undefined;
}

/** An item by the words of an address; nothing where they name none. */
export function itemOf(kind: string, id: string): QuestionnaireItem | undefined {
  return kind === 'question' || kind === 'section' ? { kind, id } : undefined;
}

/** An item as people know it: a question by its label, a section by its title. */
export function findItem(
  questionnaire: Questionnaire,
  { kind, id }: QuestionnaireItem,
): { id: string; name: Localized } | undefined {
  const name =
    kind === 'question'
      ? findQuestion(questionnaire, id)?.question.label
      : findSection(questionnaire, id)?.title;
  return name && { id, name };
}

/** The questions that an item is or holds. */
export function questionsIn(questionnaire: Questionnaire, { kind, id }: QuestionnaireItem): Question[] {
  if (kind === 'section') return findSection(questionnaire, id)?.questions ?? [];
  const found = findQuestion(questionnaire, id);
  return found ? [found.question] : [];
}

export function addSection(questionnaire: Questionnaire, section: Section): Questionnaire {
  return { sections: [...questionnaire.sections, section] };
}

/** Puts a question at the end of a section. */
export function addQuestion(
  questionnaire: Questionnaire,
  sectionId: string,
  question: Question,
): Questionnaire {
  return changeSection(questionnaire, sectionId, (section) => ({
    ...section,
    questions: [...section.questions, question],
  }));
}

/** Puts `change` of a section in its place; nothing changes where there is no such section. */
export function changeSection(
  questionnaire: Questionnaire,
  sectionId: string,
  change: (section: Section) => Section,
): Questionnaire {
  return {
    sections: questionnaire.sections.map((section) => (section.id === sectionId ? change(section) : section)),
  };
}

/** Puts `change` of a question in its place; nothing changes where there is no such question. */
export function changeQuestion(
  questionnaire: Questionnaire,
  questionId: string,
  change: (question: Question) => Question,
): Questionnaire {
  return mapQuestions(questionnaire, (question) =>
    question.id === questionId ? [change(question)] : [question],
  );
}

/** Puts a copy with an id of its own after the question: same words in every language, same routing. */
export function duplicateQuestion(questionnaire: Questionnaire, questionId: string): Questionnaire {
  const id = nextQuestionId(questionnaire);
  return mapQuestions(questionnaire, (question) =>
    question.id === questionId ? [question, { ...question, id }] : [question],
  );
}

/** One place up or down; past the end of its section into the neighbouring one. */
export function moveQuestion(
  questionnaire: Questionnaire,
  questionId: string,
  direction: Direction,
): Questionnaire {
  const step = direction === 'up' ? -1 : 1;
  const at = questionnaire.sections.findIndex(({ questions }) =>
    questions.some(({ id }) => id === questionId),
  );
  const section = questionnaire.sections[at];
  const question = section?.questions.find(({ id }) => id === questionId);
  if (!section || !question) return questionnaire;
  const place = section.questions.indexOf(question);
  if (section.questions[place + step]) {
    return changeSection(questionnaire, section.id, () => ({
      ...section,
      questions: swap(section.questions, place, place + step),
    }));
  }
  const neighbour = questionnaire.sections[at + step];
  if (!neighbour) return questionnaire;
  const without = mapQuestions(questionnaire, (other) => (other.id === questionId ? [] : [other]));
  return changeSection(without, neighbour.id, ({ questions, ...others }) => ({
    ...others,
    questions: direction === 'up' ? [...questions, question] : [question, ...questions],
  }));
}

/** One place up or down among the sections. */
export function moveSection(
  questionnaire: Questionnaire,
  sectionId: string,
  direction: Direction,
): Questionnaire {
  const place = questionnaire.sections.findIndex(({ id }) => id === sectionId);
  const other = direction === 'up' ? place - 1 : place + 1;
  return questionnaire.sections[place] && questionnaire.sections[other]
    ? { sections: swap(questionnaire.sections, place, other) }
    : questionnaire;
}

/** Takes out a question or a section with its questions, and every test of routing that looks at what is gone. */
export function removeItem(questionnaire: Questionnaire, { kind, id }: QuestionnaireItem): Questionnaire {
  const gone = new Set(questionsIn(questionnaire, { kind, id }).map((question) => question.id));
  const sections = questionnaire.sections.filter((section) => kind === 'question' || section.id !== id);
  return withoutTestsOf(
    mapQuestions({ sections }, (question) => (gone.has(question.id) ? [] : [question])),
    gone,
  );
}

function withoutTestsOf(questionnaire: Questionnaire, gone: ReadonlySet<string>): Questionnaire {
  const clean = <Item extends { showWhen?: Condition | undefined }>(item: Item): Item => {
    if (!item.showWhen?.tests.some(({ question }) => gone.has(question))) return item;
    const { showWhen, ...others } = item;
    const tests = showWhen.tests.filter(({ question }) => !gone.has(question));
    return (tests.length ? { ...others, showWhen: { ...showWhen, tests } } : others) as Item;
  };
  const sections = questionnaire.sections.map(clean);
  return mapQuestions({ sections }, (question) => [clean(question)]);
}

/** The questionnaire with every question as `change` gives it back, in its place: none, one or several. */
export function mapQuestions(
  questionnaire: Questionnaire,
  change: (question: Question) => Question[],
): Questionnaire {
  return {
    sections: questionnaire.sections.map((section) => ({
      ...section,
      questions: section.questions.flatMap(change),
    })),
  };
}

function swap<Item>(items: readonly Item[], a: number, b: number): Item[] {
  const [first, second] = [items[a], items[b]];
  return items.map((item, index) => (index === a ? (second ?? item) : index === b ? (first ?? item) : item));
}
