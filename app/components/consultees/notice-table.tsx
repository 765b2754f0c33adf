import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import type { NoticeRow } from '~/domain/consultee/consultee-rows.server';
import { useNoticeState } from './notice-state';

/** Each notice to a consultee: which, how, to which address, and the proof of it (requirements D4). */
export function NoticeTable({
  ids,
  zone,
  notices,
}: {
  ids: { id: string; consulteeId: string };
  zone: string;
  notices: readonly NoticeRow[];
}) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const noticeState = useNoticeState(zone);
  if (notices.length === 0) return <p>{t('notices.none')}</p>;
  return (
    <DataTable
      caption={t('notices.caption')}
      columns={[
        { label: t('notices.notice') },
        { label: t('notices.address') },
        { label: t('notices.proof') },
      ]}
      rows={notices.map((notice) => [
        <a
          key="notice"
          href={at(
            href('/officer/consultations/:id/consultees/:consulteeId/notices/:noticeId', {
              ...ids,
              noticeId: notice.id,
            }),
          )}
        >
          {t(`noticeKind.${notice.kind}`)}
        </a>,
        <span key="address" className="written">
          {t(notice.method === 'email' ? 'notices.byEmail' : 'notices.byLetter')}{' '}
          <bdi>{notice.toAddress}</bdi>
        </span>,
        <ul key="proof" className="list-plain">
          {noticeState(notice).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>,
      ])}
    />
  );
}
