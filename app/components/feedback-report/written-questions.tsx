import { TextQuestionName } from '~/components/analysis/text-question-name';
import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';
import type { PublishedReport } from '~/domain/feedback';
import type { Language } from '~/domain/translation';

/** How many answered each question in words, and how many of these stand under no theme (requirements F2). */
export function WrittenQuestions({
  written,
  original,
}: {
  written: PublishedReport['written'];
  original: Language;
}) {
  const { t } = useTranslation('feedback-report');
  return (
    <section aria-labelledby="written">
      <h2 id="written">{t('written.title')}</h2>
      <p>{t('written.text')}</p>
      <DataTable
        caption={t('written.title')}
        isCaptionHidden
        columns={[
          { label: t('written.question') },
          { label: t('written.base'), isNumber: true },
          { label: t('written.withoutTheme'), isNumber: true },
        ]}
        rows={written.map(({ questionId, label, isOther, base, withoutTheme }) => [
          <TextQuestionName
            key={questionId}
            question={{ question: { label }, isOther }}
            original={original}
          />,
          t('number', { value: base }),
          t('number', { value: withoutTheme }),
        ])}
      />
    </section>
  );
}
