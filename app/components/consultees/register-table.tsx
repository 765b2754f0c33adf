import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import type { StaffConsultee } from '~/domain/consultee/consultee-queries.server';
import { useNoticeState } from './notice-state';
import { OutcomeTag } from './outcome-tag';

/** The register, one line a consultee: who, where it stands, and what is known of its latest notice. */
export function RegisterTable({
  id,
  zone,
  consultees,
}: {
  id: string;
  zone: string;
  consultees: readonly StaffConsultee[];
}) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const noticeState = useNoticeState(zone);
  return (
    <DataTable
      caption={t('register.caption')}
      columns={[
        { label: t('register.consultee') },
        { label: t('register.code') },
        { label: t('register.notice') },
        { label: t('register.outcome') },
      ]}
      rows={consultees.map((consultee) => {
        const latest = consultee.notices.at(-1);
        return [
          <a
            key="name"
            href={at(
              href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId: consultee.id }),
            )}
          >
            <bdi>{consultee.name}</bdi>
          </a>,
          t(consultee.acceptedCodeAt ? 'register.accepted' : 'register.notAccepted'),
          latest ? `${t(`noticeKind.${latest.kind}`)}: ${noticeState(latest)[0] ?? ''}` : t('register.none'),
          consultee.decision ? <OutcomeTag decision={consultee.decision} /> : t('register.notPublished'),
        ];
      })}
    />
  );
}
