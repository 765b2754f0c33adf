import { href } from 'react-router';
import type { Route } from './+types/overview';
import { OpenNotice } from '~/components/analysis/open-notice';
import { TextQuestionName } from '~/components/analysis/text-question-name';
import { ButtonLink } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Bar, Tag } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { textQuestionsOf } from '~/domain/analysis';
import { readingProgress } from '~/domain/analysis/codebook-queries.server';
import { logLook } from '~/domain/analysis/log-look.server';
import { countWrittenReplies } from '~/domain/consultee/reply-queries.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'read', id);
  const isOpen = await logLook(actor, consultation, 'reading');
  const [{ questionnaire, originalLanguage }, progress, replies] = await Promise.all([
    frozenDocument(id),
    readingProgress(id),
    countWrittenReplies(id),
  ]);
  return {
    id,
    isOpen,
    originalLanguage,
    replies,
    questions: textQuestionsOf(questionnaire).map((question) => {
      const { texts, unread, responses } = progress.find((one) => one.questionId === question.id) ?? {
        texts: 0,
        unread: 0,
        responses: 0,
      };
      return { question, texts, unread, responses };
    }),
  };
}

/** What is read and what is not, for each question that people answered in words. */
export default function ReadingOverview({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const at = useAt();
  const { id, isOpen, originalLanguage, questions, replies } = loaderData;
  const unread = questions.reduce((sum, question) => sum + question.unread, replies.unread);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{unread > 0 ? t('lede', { count: unread }) : t('allRead')}</p>
      <OpenNotice isOpen={isOpen} />
      {questions.length === 0 && <p>{t('noQuestions')}</p>}
      <ul className="card-list">
        {questions.map(({ question, texts, unread: left, responses }) => {
          const params = { id, questionId: question.id };
          return (
            <li key={question.id}>
              <h2>
                <TextQuestionName question={question} original={originalLanguage} />
              </h2>
              <p>
                {texts === 0 && t('overview.nothing')}
                {texts > 0 && (
                  <>
                    {t('overview.written', { count: responses })}{' '}
                    {t('overview.texts', { count: texts, read: texts - left })}{' '}
                    <Tag tone={left > 0 ? 'warning' : 'good'}>
                      {t(left > 0 ? 'overview.unread' : 'overview.done', { count: left })}
                    </Tag>
                  </>
                )}
              </p>
              {texts > 0 && (
                <p>
                  <Bar share={(texts - left) / texts} />
                </p>
              )}
              <p className="row">
                {left > 0 && (
                  <ButtonLink href={at(href('/officer/consultations/:id/reading/:questionId', params))}>
                    {t('overview.read')}
                  </ButtonLink>
                )}
                <a href={at(href('/officer/consultations/:id/codebook/:questionId', params))}>
                  {t('overview.codebook')}
                </a>
                <a href={at(href('/officer/consultations/:id/suggestions/:questionId', params))}>
                  {t('overview.suggestions')}
                </a>
                <a href={at(href('/officer/consultations/:id/reading/:questionId/texts', params))}>
                  {t('overview.readTexts')}
                </a>
              </p>
            </li>
          );
        })}
        {replies.written > 0 && (
          <li>
            <h2>{t('replies.title')}</h2>
            <p>
              {t('replies.written', { count: replies.written })}{' '}
              <Tag tone={replies.unread > 0 ? 'warning' : 'good'}>
                {t(replies.unread > 0 ? 'overview.unread' : 'overview.done', { count: replies.unread })}
              </Tag>
            </p>
            <p>
              <a href={at(href('/officer/consultations/:id/reading/consultees/replies', { id }))}>
                {t('replies.link')}
              </a>
            </p>
          </li>
        )}
      </ul>
    </>
  );
}
