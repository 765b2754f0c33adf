import { Fragment } from 'react';
import { href } from 'react-router';
import type { Route } from './+types/results';
import { ClosedQuestion } from '~/components/analysis/closed-question';
import { OpenNotice } from '~/components/analysis/open-notice';
import { WrittenQuestion } from '~/components/analysis/written-question';
import { PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { useTranslation } from '~/components/words';
import { readingProgress, themesOf } from '~/domain/analysis/codebook-queries.server';
import { logLook } from '~/domain/analysis/log-look.server';
import { resultsOf } from '~/domain/analysis/results-queries.server';
import { textQuestionsOf } from '~/domain/analysis';
import { may } from '~/domain/arrival/arrival-access.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'see-results', id);
  const isOpen = await logLook(actor, consultation, 'results');
  const [{ questionnaire, originalLanguage }, results, themes, progress] = await Promise.all([
    frozenDocument(id),
    resultsOf(id),
    themesOf(id),
    readingProgress(id),
  ]);
  return {
    id,
    originalLanguage,
    isOpen,
    counted: results.counted,
    leftOut: results.leftOut,
    mayRead: may(actor, 'read', consultation),
    sections: questionnaire.sections.map((section) => ({
      id: section.id,
      title: section.title,
      questions: section.questions.map((asked) => ({
        id: asked.id,
        closed: results.questions.find(({ question }) => question.id === asked.id),
        written: textQuestionsOf({ sections: [{ ...section, questions: [asked] }] }).map((question) => ({
          question,
          progress: progress.find(({ questionId }) => questionId === question.id),
          themes: themes.filter(
            ({ questionId, isRetired, responses }) =>
              questionId === question.id && (!isRetired || responses > 0),
          ),
        })),
      })),
    })),
  };
}

/** Every question counted: overall first, then by way of answering, by who answered, and both ways of counting. */
export default function Results({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('results');
  const at = useAt();
  const { id, originalLanguage, isOpen, counted, leftOut, mayRead, sections } = loaderData;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede', { count: counted })}</p>
      <OpenNotice isOpen={isOpen} />
      {leftOut > 0 && <p>{t('leftOut', { count: leftOut })}</p>}
      <p>
        <a href={at(href('/officer/consultations/:id/counting', { id }))}>{t('counting')}</a>
      </p>
      {sections.map((section) => (
        <section key={section.id}>
          <h2>
            <Text of={section.title} original={originalLanguage} />
          </h2>
          {section.questions.map(({ id: questionId, closed, written }) => (
            <Fragment key={questionId}>
              {closed && <ClosedQuestion result={closed} original={originalLanguage} />}
              {written.map((one) => (
                <WrittenQuestion
                  key={one.question.id}
                  consultationId={id}
                  original={originalLanguage}
                  mayRead={mayRead}
                  {...one}
                />
              ))}
            </Fragment>
          ))}
        </section>
      ))}
      {sections.length === 0 && <p>{t('none')}</p>}
    </>
  );
}
