import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { useWhen } from '~/components/arrivals/use-when';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { StaffLink } from '~/components/staff/staff-link';
import { Tag } from '~/components/page-parts';
import type { ExclusionState } from '~/domain/analysis';
import type { ListedExclusion } from '~/domain/analysis/exclusion-queries.server';
import { useChannelName } from './use-channel-name';

const TONES: Record<ExclusionState, 'warning' | 'bad' | 'neutral'> = {
  proposed: 'warning',
  'left-out': 'bad',
  declined: 'neutral',
  'taken-back': 'neutral',
};

/** Responses that somebody proposed to leave out, each with its reason and what this person can do about it. */
export function ExclusionList({
  consultationId,
  zone,
  exclusions,
  userId,
  mayDecide,
}: {
  consultationId: string;
  zone: string;
  exclusions: readonly ListedExclusion[];
  userId: string;
  mayDecide: boolean;
}) {
  const { t } = useTranslation('counting-staff');
  const when = useWhen(zone);
  const channelName = useChannelName();
  return (
    <ul className="card-list">
      {exclusions.map((one) => (
        <li key={one.id}>
          <p>
            <StaffLink
              to={href('/officer/consultations/:id/responses/:responseId', {
                id: consultationId,
                responseId: one.responseId,
              })}
            >
              <bdi>{one.publicReference}</bdi>
            </StaffLink>{' '}
            <span className="soft">{channelName(one.channel)}</span>{' '}
            <Tag tone={TONES[one.state]}>{t(`exclusion.state.${one.state}`)}</Tag>
          </p>
          <p>
            {t(`exclusion.kind.${one.kind}`)} <bdi>{one.reason}</bdi>
          </p>
          <p className="soft">
            {t('exclusion.proposedBy', { name: one.proposedBy ?? '', when: when.at(one.proposedAt) })}{' '}
            {one.decidedBy && t('exclusion.decidedBy', { name: one.decidedBy })}
          </p>
          {one.state === 'proposed' && mayDecide && one.proposedById !== userId && <Decide exclusion={one} />}
          {one.state === 'proposed' && one.proposedById === userId && <p>{t('exclusion.notYou')}</p>}
          {one.state === 'left-out' && mayDecide && (
            <HubForm className="row">
              <input type="hidden" name="exclusion" value={one.id} />
              <Button name="intent" value="reverse" kind="secondary">
                {t('exclusion.reverse')}
                <span className="visually-hidden"> {one.publicReference}</span>
              </Button>
            </HubForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function Decide({ exclusion }: { exclusion: ListedExclusion }) {
  const { t } = useTranslation('counting-staff');
  return (
    <HubForm className="row">
      <input type="hidden" name="exclusion" value={exclusion.id} />
      <Button name="intent" value="approve">
        {t('exclusion.approve')}
        <span className="visually-hidden"> {exclusion.publicReference}</span>
      </Button>
      <Button name="intent" value="decline" kind="secondary">
        {t('exclusion.decline')}
        <span className="visually-hidden"> {exclusion.publicReference}</span>
      </Button>
    </HubForm>
  );
}
