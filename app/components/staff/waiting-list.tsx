import { useTranslation } from '~/components/words';
import { useAt } from '~/components/language';
import type { ListedConsultation } from '~/domain/dashboard';

/** The most urgent first. */
const KINDS = [
  'risks',
  'approvals',
  'arrivals',
  'late',
  'unread',
  'replies',
  'translations',
  'promises',
] as const;
const PLACES = {
  risks: 'risk',
  approvals: 'approval',
  arrivals: 'arrivals',
  late: 'late',
  unread: 'reading',
  replies: 'reading/consultees/replies',
  translations: 'languages',
  promises: 'report',
} as const;

/** What waits for the person in a consultation, each with the way to it. */
export function WaitingList({
  consultation,
}: {
  consultation: Pick<ListedConsultation, 'id' | 'state' | 'waiting'>;
}) {
  const { t } = useTranslation('account');
  const at = useAt();
  const base = `/officer/consultations/${consultation.id}`;
  const kinds = KINDS.filter((kind) => consultation.waiting[kind] > 0);
  const isOverdue = consultation.state === 'overdue';
  if (kinds.length === 0 && !isOverdue) return null;
  return (
    <ul className="waiting" aria-label={t('dashboard.waiting.label')}>
      {isOverdue && (
        <li>
          <a href={at(`${base}/report`)}>{t('dashboard.waiting.overdue')}</a>
        </li>
      )}
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={at(`${base}/${PLACES[kind]}`)}>
            {t(`dashboard.waiting.${kind}`, { count: consultation.waiting[kind] })}
          </a>
        </li>
      ))}
    </ul>
  );
}
