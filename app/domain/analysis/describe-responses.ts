import type { ConsultationDocument } from '~/domain/consultation';
import { choiceIdsOf, questionsOf, type Question } from '~/domain/questionnaire';
import { localize, type Language, type Localized } from '~/domain/translation';
import { BYTE_ORDER_MARK, FORMULA_STARTS } from '~/platform/database/csv-pieces';
import { textQuestionsIn } from './text-questions';

/** What describes the file of responses beside the questionnaire itself. */
export type Descriptions = {
  /** Notes in the reader's language, by a key such as `fact.channel`, `type.date` or `empty.answer`. */
  say: (key: string) => string;
  /** The hub's own words for answers: points of the scale, and "other". */
  answerWords: Readonly<Record<string, Localized>>;
  /** The values of columns that are no questions, each with its words. */
  values: Readonly<Partial<Record<Fact, readonly { id: string; label: string }[]>>>;
};

/** The columns of `exportResponses` that are no questions, in their order. */
const FACTS = {
  reference: 'text',
  channel: 'code',
  source: 'text',
  language: 'code',
  'received-on': 'date',
  'counted-as': 'code',
  standing: 'code',
  organisation: 'text',
  'may-be-published': 'code',
  'texts-withheld': 'code',
} as const;
type Fact = keyof typeof FACTS;

const HEADER = ['column', 'question', 'type', 'choice', 'label', 'note'];

/**
 * What each column of `exportResponses` is, as CSV in the same form, for whoever works with that file: a line for a column,
 * with its question in the consultation's original language, and below it a line for each value that it can hold. As long as
 * the questionnaire, however many responses there are (requirements A4).
 */
export function describeResponses(document: ConsultationDocument, descriptions: Descriptions): string {
  return [...linesOf(document, descriptions)].join('');
}

function* linesOf(
  document: ConsultationDocument,
  { say, answerWords, values }: Descriptions,
): Generator<string> {
  const { questionnaire, originalLanguage } = document;
  yield `${BYTE_ORDER_MARK}${line(HEADER)}`;
  yield line(['*', '', '', '', '', say('file')]);
  for (const [fact, type] of Object.entries(FACTS) as [Fact, string][]) {
    yield line([fact, '', type, '', '', say(`fact.${fact}`)]);
    for (const { id, label } of values[fact] ?? []) yield line([fact, '', '', id, label, '']);
  }
  for (const question of questionsOf(questionnaire)) {
    yield* linesOfQuestion(question, originalLanguage, say, answerWords);
  }
}

function* linesOfQuestion(
  question: Question,
  original: Language,
  say: Descriptions['say'],
  answerWords: Descriptions['answerWords'],
): Generator<string> {
  const { id, type } = question;
  const words = (text: Localized | undefined) => localize(text, original, original).text;
  const label = words(question.label);
  const [text] = textQuestionsIn(question);
  if (!text || text.isOther) {
    yield line([id, label, type, '', '', `${say(`type.${type}`)} ${say('empty.answer')}`]);
    const labels = new Map(question.choices?.map((choice) => [choice.id, choice.label]));
    for (const choice of choiceIdsOf(question)) {
      yield line([id, '', '', choice, words(labels.get(choice) ?? answerWords[choice]), '']);
    }
  }
  if (text) {
    const note = text.isOther ? `${say('type.other')} ${say('empty.text')}` : say('empty.text');
    yield line([text.id, label, text.isOther ? 'text' : type, '', '', note]);
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** A cell in quotation marks, and no formula. */
function quoted(text: string): string {
  const isFormula = FORMULA_STARTS.some((start) => text.startsWith(start));
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
