import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import type { NoticeRow } from '~/domain/consultee/consultee-rows.server';
import { useNoticeState } from './notice-state';
import { RowList } from './row-list';

/** Each notice to a consultee: which, how, to which address, and the proof of it (requirements D4). */
export function NoticeList({
  ids,
  zone,
  mayOpen,
  notices,
}: {
  ids: { id: string; consulteeId: string };
  zone: string;
  /** Whether each leads to its own page, where its proof is recorded. */
  mayOpen: boolean;
  notices: readonly NoticeRow[];
}) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const noticeState = useNoticeState(zone);
  if (notices.length === 0) return <p>{t('notices.none')}</p>;
  return (
    <RowList
      label={t('notices.caption')}
      rows={notices.map((notice) => ({
        key: notice.id,
        title: mayOpen ? (
          <a
            href={at(
              href('/officer/consultations/:id/consultees/:consulteeId/notices/:noticeId', {
                ...ids,
                noticeId: notice.id,
              }),
            )}
          >
            {t(`noticeKind.${notice.kind}`)}
          </a>
        ) : (
          t(`noticeKind.${notice.kind}`)
        ),
        state: (
          <span className="written">
            {t(notice.method === 'email' ? 'notices.byEmail' : 'notices.byLetter')}{' '}
            <bdi>{notice.toAddress}</bdi>
          </span>
        ),
        detail: noticeState(notice).map((line) => <p key={line}>{line}</p>),
      }))}
    />
  );
}
