import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Text, useAt } from '~/components/language';
import { StateTag } from '~/components/staff/state-tag';
import type { NetworkConsultation } from '~/domain/dissemination/dissemination-queries.server';
import { useNetworkTimes } from './use-network-times';

/** Consultations, each with its time and what came through the body's own link. */
export function NetworkCards({ consultations }: { consultations: readonly NetworkConsultation[] }) {
  return (
    <ul className="card-list">
      {consultations.map((consultation) => (
        <li key={consultation.id}>
          <Card consultation={consultation} />
        </li>
      ))}
    </ul>
  );
}

function Card({ consultation }: { consultation: NetworkConsultation }) {
  const { t } = useTranslation('network');
  const at = useAt();
  const times = useNetworkTimes(consultation);
  const { id, title, originalLanguage, bodyName, state, own } = consultation;
  return (
    <>
      <StateTag state={state} />
      <h3>
        <a href={at(href('/network/:id', { id }))}>
          <Text of={title} original={originalLanguage} />
        </a>
      </h3>
      <p className="soft">
        <bdi>{bodyName}</bdi>
        {' · '}
        {times.when}
      </p>
      <ul className="list-plain">
        {own.map(({ body, link }) => (
          <li key={body.id}>
            {own.length > 1 && (
              <>
                <bdi>{body.name}</bdi>
                {': '}
              </>
            )}
            {link
              ? `${t('card.passed', { count: link.passings.length })} ${t('card.responses', { count: link.responses })}`
              : t('card.noLink')}
          </li>
        ))}
      </ul>
    </>
  );
}
