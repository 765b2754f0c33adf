import type { Answers, Questionnaire } from './questionnaire';
import { answerTo, questionsOf } from './questions';

/** One free text of a response. The words beside "other" go by `<question id>--other`. */
export type AnswerText = { questionId: string; text: string };

const OTHER_SUFFIX = '--other';

/** The id under which the words beside "other" of a question are stored, read and coded. */
export function otherTextId(questionId: string): string {
  return `${questionId}${OTHER_SUFFIX}`;
}

/** The question that a text belongs to: for words beside "other" the question that offers it. */
export function questionIdOfText(textId: string): string {
  return textId.endsWith(OTHER_SUFFIX) ? textId.slice(0, -OTHER_SUFFIX.length) : textId;
}

/** Where a text stands in answers that are stored as they were written. */
export function pathOfText(textId: string): [questionId: string, field: 'text' | 'other'] {
  const questionId = questionIdOfText(textId);
  return [questionId, questionId === textId ? 'text' : 'other'];
}

/**
 * Parts validated answers into what is counted (choices, numbers, days) and what is read (short and long
 * texts, words beside "other").
 */
export function splitTexts(
  questionnaire: Questionnaire,
  answers: Answers,
): { closed: Answers; texts: AnswerText[] } {
  const closed: Answers = {};
  const texts: AnswerText[] = [];
  for (const { id } of questionsOf(questionnaire)) {
    const answer = answerTo(answers, id);
    if (!answer) continue;
    if ('text' in answer) {
      texts.push({ questionId: id, text: answer.text });
    } else if ('other' in answer && answer.other !== undefined) {
      const { other, ...choice } = answer;
      closed[id] = choice;
      texts.push({ questionId: otherTextId(id), text: other });
    } else {
      closed[id] = answer;
    }
  }
  return { closed, texts };
}

/** Puts the answers of one response together again: the inverse of `splitTexts`. */
export function joinTexts(questionnaire: Questionnaire, closed: Answers, texts: AnswerText[]): Answers {
  const written = new Map(texts.map(({ questionId, text }) => [questionId, text]));
  const answers: Answers = {};
  for (const { id } of questionsOf(questionnaire)) {
    const answer = answerTo(closed, id);
    const text = written.get(id);
    const other = written.get(otherTextId(id));
    if (answer) {
      answers[id] =
        other !== undefined && ('choice' in answer || 'choices' in answer) ? { ...answer, other } : answer;
    } else if (text !== undefined) {
      answers[id] = { text };
    }
  }
  return answers;
}

/**
 * A text as it is compared with others: texts that give the same result are identical, read once and counted
 * each (requirements A3). Unicode NFKC, lower case, white space collapsed, punctuation at both ends left out;
 * a text of nothing but punctuation keeps it.
 */
export function normaliseText(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  const start = folded.search(/[^\p{P}\s]/u);
  return start < 0 ? folded : folded.slice(start, endOfWords(folded));
}

/** Where the punctuation at the end begins. From behind, for a pattern tied to the end would be tried everywhere. */
function endOfWords(text: string): number {
  for (let end = text.length; end > 0;) {
    const size = /[\udc00-\udfff]/.test(text.charAt(end - 1)) ? 2 : 1;
    if (!/[\p{P}\s]/u.test(text.slice(end - size, end))) return end;
    end -= size;
  }
  return 0;
}
