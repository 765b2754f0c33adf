import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { useWhen } from '~/components/arrivals/use-when';
import { StaffLink } from '~/components/staff/staff-link';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { SummaryList } from '~/components/page-parts';
import { provenanceFacts } from '~/domain/analysis';
import type { OpenedResponse } from '~/domain/analysis/response-record-queries.server';
import { isLanguage } from '~/domain/translation';
import { useChannelName } from './use-channel-name';
import { useReceived } from './use-received';

type Row = { key: string; value: React.ReactNode };

/** Where a response came from, how it was taken down, and what its writer agreed to. */
export function ResponseFacts({
  consultationId,
  zone,
  response,
}: {
  consultationId: string;
  zone: string;
  response: OpenedResponse;
}) {
  const { t } = useTranslation('responses');
  const when = useWhen(zone);
  const received = useReceived(zone);
  const channelName = useChannelName();
  const { arrival, source, organisation, passedOnBy, confidentialReason, recordedById, people } = response;
  const optional = (key: string, value: React.ReactNode): Row[] =>
    value ? [{ key: t(`facts.${key}`), value }] : [];
  const rows: Row[] = [
    { key: t('facts.channel'), value: channelName(response.channel) },
    ...optional('source', source && <bdi>{source}</bdi>),
    ...optional(
      'arrival',
      arrival && (
        <StaffLink
          to={href('/officer/consultations/:id/arrivals/:arrivalId', {
            id: consultationId,
            arrivalId: arrival.id,
          })}
        >
          {t('facts.line', { number: arrival.number })}
        </StaffLink>
      ),
    ),
    { key: t('facts.received'), value: received(response) },
    ...optional('evidence', response.receivedEvidence && <bdi>{response.receivedEvidence}</bdi>),
    { key: t('facts.recorded'), value: when.at(response.recordedAt) },
    ...optional('recordedBy', recordedById && <bdi>{people[recordedById] ?? recordedById}</bdi>),
    ...optional(
      'language',
      isLanguage(response.language) ? LANGUAGE_NAMES[response.language] : response.language,
    ),
    {
      key: t('facts.standing'),
      value: t(`standing.${response.standing}`, { defaultValue: response.standing }),
    },
    ...optional('organisation', organisation && <bdi>{organisation.name}</bdi>),
    ...optional('onBehalfOf', organisation?.onBehalfOf && <bdi>{organisation.onBehalfOf}</bdi>),
    ...optional(
      'basis',
      organisation && t(`basis.${organisation.basis}`, { count: organisation.askedCount ?? 0 }),
    ),
    ...optional('askedHow', organisation?.askedHow && <bdi>{organisation.askedHow}</bdi>),
    ...optional('passedOnBy', passedOnBy && <bdi>{passedOnBy}</bdi>),
    { key: t('facts.mayPublish'), value: t(response.mayPublishAnswer ? 'yes' : 'no') },
    { key: t('facts.mayName'), value: t(response.mayPublishName ? 'yes' : 'no') },
    ...optional('confidential', confidentialReason && <bdi>{confidentialReason}</bdi>),
    ...provenanceFacts(response.provenance).map(({ key, value }) => ({
      key: t(`provenance.${key}`),
      value: <bdi key={key}>{value}</bdi>,
    })),
  ];
  return <SummaryList rows={rows} />;
}
