import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/consultation-questions';
import { PageTitle } from '~/components/form';
import { Paragraphs, Text, useAt, useLanguage } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { FrozenQuestion } from '~/components/reading/frozen-question';
import { QuestionCondition } from '~/components/reading/question-condition';
import { useStatusLine } from '~/components/reading/use-status-line';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';
import { questionsOf } from '~/domain/questionnaire';
import { localize } from '~/domain/translation';

export async function loader({ params }: Route.LoaderArgs) {
  return publishedConsultation(params.slug);
}

/** The questions as they are asked, readable before, during and after (requirements C11). */
export default function ConsultationQuestions({ loaderData: consultation }: Route.ComponentProps) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const language = useLanguage();
  const status = useStatusLine({ ...consultation, delay: consultation.delays[0] ?? null });
  const { document, slug } = consultation;
  const { questionnaire, originalLanguage: original } = document;
  /** Questions are numbered through all sections. */
  const firstNumber = (position: number) =>
    1 + questionsOf({ sections: questionnaire.sections.slice(0, position) }).length;
  const title = localize(document.title, language, original).text;
  return (
    <>
      <PageTitle>{t('questions.pageTitle', { title })}</PageTitle>
      <BackLink href={at(href('/consultations/:slug', { slug }))}>{t('backToConsultation')}</BackLink>
      <p className="eyebrow">
        <Text of={document.title} original={original} />
      </p>
      <h1>{t('questions.title')}</h1>
      <p className="lede">{t('questions.text')}</p>
      <p>{status}</p>
      {questionnaire.sections.length === 0 && <p>{t('questions.none')}</p>}
      {questionnaire.sections.map((section, position) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 id={`section-${section.id}`}>
            <Text of={section.title} original={original} />
          </h2>
          <QuestionCondition condition={section.showWhen} questionnaire={questionnaire} original={original} />
          <Paragraphs of={section.introduction} original={original} />
          <ol className="questions" start={firstNumber(position)}>
            {section.questions.map((question) => (
              <li key={question.id}>
                <FrozenQuestion question={question} questionnaire={questionnaire} original={original} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
