import { answerTo, questionsOf, type Answers, type Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { Text } from '../language';
import { SheetQuestion } from './sheet-question';

/** The whole questionnaire on one page, in the order of the sheet, numbered through. */
export function SheetQuestions({
  questionnaire,
  original,
  answers = {},
  startsHere,
}: {
  questionnaire: Questionnaire;
  original: Language;
  answers?: Answers;
  /** Whether the cursor starts in the first question. */
  startsHere: boolean;
}) {
  const order = new Map(questionsOf(questionnaire).map(({ id }, index) => [id, index + 1]));
  return questionnaire.sections.map((section) => (
    <section key={section.id}>
      <h2>
        <Text of={section.title} original={original} />
      </h2>
      {section.questions.map((question) => {
        const number = order.get(question.id) ?? 0;
        return (
          <SheetQuestion
            key={question.id}
            question={question}
            number={number}
            answer={answerTo(answers, question.id)}
            original={original}
            autoFocus={startsHere && number === 1}
          />
        );
      })}
    </section>
  ));
}
