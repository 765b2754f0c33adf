import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import type { PublishedReport } from '~/domain/feedback';
import type { Language } from '~/domain/translation';

/** Why something was left out of the count, and how many for each reason: the reasons sum to the totals (requirements A5). */
export function LeftOut({ leftOut, original }: Pick<PublishedReport, 'leftOut'> & { original: Language }) {
  const { t } = useTranslation('feedback-report');
  if (leftOut.length === 0) return null;
  return (
    <>
      <h3>{t('leftOut.title')}</h3>
      <DataTable
        caption={t('leftOut.title')}
        isCaptionHidden
        columns={[{ label: t('leftOut.reason') }, { label: t('leftOut.responses'), isNumber: true }]}
        rows={leftOut.map(({ kind, reason, count }) => [
          <>
            {t(`leftOut.${kind}`)} {reason && <Text of={reason} original={original} />}
          </>,
          t('number', { value: count }),
        ])}
      />
    </>
  );
}
