import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import type { StaffConsultee } from '~/domain/consultee/consultee-queries.server';
import { useNoticeState } from './notice-state';
import { OutcomeTag } from './outcome-tag';
import { RowList } from './row-list';

/** The register, one row a consultee: who, where it stands, and what is known of its latest notice. */
export function RegisterList({
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
    <RowList
      label={t('register.caption')}
      rows={consultees.map((consultee) => {
        const latest = consultee.notices.at(-1);
        return {
          key: consultee.id,
          title: (
            <a
              href={at(
                href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId: consultee.id }),
              )}
            >
              <bdi>{consultee.name}</bdi>
            </a>
          ),
          state: consultee.decision && <OutcomeTag decision={consultee.decision} />,
          detail: (
            <>
              <p>
                {latest
                  ? `${t(`noticeKind.${latest.kind}`)}: ${noticeState(latest)[0] ?? ''}`
                  : t('register.none')}
              </p>
              {!consultee.acceptedCodeAt && <p className="soft">{t('facts.notAccepted')}</p>}
            </>
          ),
        };
      })}
    />
  );
}
