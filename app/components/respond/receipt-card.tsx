import { useTranslation } from '~/components/words';
import { useDeadlineWords } from './deadline-notice';

type StatedTime = { time: string; date: string; zone: string };

/** Reference and secret phrase, large, to be written down or printed. */
export function ReceiptCard({
  receipt,
  email,
}: {
  receipt: { reference: string; phrase: string; isLate: boolean; received: StatedTime };
  email: string | undefined;
}) {
  const { t } = useTranslation('respond');
  const words = useDeadlineWords();
  return (
    <section
      className={receipt.isLate ? 'receipt-card receipt-card-late' : 'receipt-card'}
      aria-labelledby="receipt"
    >
      <h2 id="receipt">{t('receipt.keep')}</h2>
      <dl>
        <dt>{t('receipt.reference')}</dt>
        <dd className="reference" dir="ltr" lang="en">
          {receipt.reference}
        </dd>
        <dt>{t('receipt.phrase')}</dt>
        <dd className="reference" dir="ltr" lang="en">
          {receipt.phrase}
        </dd>
        <dt>{t('receipt.receivedAt')}</dt>
        <dd>{words(receipt.received)}</dd>
        <dt>{t('receipt.standing')}</dt>
        <dd>{t(receipt.isLate ? 'receipt.late.short' : 'receipt.inTime')}</dd>
      </dl>
      <p>{t('receipt.bothNeeded')}</p>
      <p>{email ? t('receipt.emailed', { email }) : t('receipt.print')}</p>
    </section>
  );
}
