import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { Text, useAt } from '~/components/language';
import { Bar, DataTable } from '~/components/page-parts';
import { percentageOf, type TextQuestion } from '~/domain/analysis';
import type { CodebookTheme, ReadingProgress } from '~/domain/analysis/codebook-queries.server';
import type { Language } from '~/domain/translation';
import { TextQuestionName } from './text-question-name';

/** What was written to one question: the themes it was read under, and how much is still unread. */
export function WrittenQuestion({
  consultationId,
  question,
  progress,
  themes,
  original,
  mayRead,
}: {
  consultationId: string;
  question: TextQuestion;
  progress: ReadingProgress | undefined;
  themes: readonly CodebookTheme[];
  original: Language;
  mayRead: boolean;
}) {
  const { t } = useTranslation('results');
  const at = useAt();
  const responses = progress?.responses ?? 0;
  const unread = progress?.unread ?? 0;
  return (
    <section className="result">
      <h3>
        <TextQuestionName question={question} original={original} />
      </h3>
      <p>
        {t('written.base', { count: responses })} {unread > 0 && t('written.unread', { count: unread })}
      </p>
      {themes.length > 0 && (
        <DataTable
          caption={t('written.caption')}
          columns={[
            { label: t('written.theme') },
            { label: t('written.responses'), isNumber: true },
            { label: t('written.percent'), isNumber: true },
            { label: <span className="visually-hidden">{t('written.picture')}</span> },
          ]}
          rows={themes.map(({ name, responses: under }) => {
            const { share, percent } = percentageOf(Math.min(under, responses), responses);
            return [
              <Text key="name" of={name} original={original} />,
              t('compare.count', { value: under }),
              percent === undefined ? '–' : t('written.percentValue', { percent }),
              <Bar key="bar" share={share ?? 0} />,
            ];
          })}
        />
      )}
      {mayRead && responses > 0 && (
        <p>
          <a
            href={at(
              href('/officer/consultations/:id/reading/:questionId', {
                id: consultationId,
                questionId: question.id,
              }),
            )}
          >
            {t('written.read')}
          </a>
        </p>
      )}
    </section>
  );
}
