import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { answerTo, fieldOf, type Answers } from '~/domain/questionnaire';
import type { SectionStep } from '~/domain/response';
import { localize } from '~/domain/translation';
import { fieldId } from '../form';
import { Text, useAt, useLanguage } from '../language';
import { SummaryList } from '../page-parts';
import { AnswerWords } from './answer-words';
import type { Frame } from './frame';

/** The answers of one section, each with a link that leads to its question and back here. */
export function CheckedAnswers({
  frame,
  step,
  answers,
}: {
  frame: Frame;
  step: SectionStep;
  answers: Answers;
}) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const language = useLanguage();
  const { slug, originalLanguage: original } = frame;
  const { section, questions } = step;
  const page = at(href('/respond/:slug/section/:sectionId', { slug, sectionId: section.id }));
  return (
    <section>
      <h2>
        <Text of={section.title} original={original} />
      </h2>
      <SummaryList
        rows={questions.map((question) => ({
          key: <Text of={question.label} original={original} />,
          value: (
            <AnswerWords question={question} answer={answerTo(answers, question.id)} original={original} />
          ),
          action: {
            href: `${page}?from=check#${fieldId(fieldOf(question.id))}`,
            label: t('check.change'),
            about: localize(question.label, language, original).text,
          },
        }))}
      />
    </section>
  );
}
