import { href } from 'react-router';
import type { Route } from './+types/list';
import { FateTag } from '~/components/analysis/fate-tag';
import { OpenNotice } from '~/components/analysis/open-notice';
import { ResponseFilterForm } from '~/components/analysis/response-filter';
import { useChannelName } from '~/components/analysis/use-channel-name';
import { useReceived } from '~/components/analysis/use-received';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { DataTable, Pages } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { FATES } from '~/domain/response';
import { logLook } from '~/domain/analysis/log-look.server';
import { channelsOf, listResponses } from '~/domain/analysis/response-list-queries.server';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['read', 'approve'], id);
  const isOpen = await logLook(actor, consultation, 'responses');
  const filter = filterIn(new URL(request.url).searchParams);
  const [list, channels] = await Promise.all([listResponses(id, filter), channelsOf(id)]);
  return {
    id,
    zone: consultation.zone,
    isOpen,
    mayExport: may(actor, 'read', consultation),
    filter,
    channels,
    ...list,
  };
}

/** What the address asks for; anything it does not know is left out. */
function filterIn(search: URLSearchParams) {
  const text = (name: string) =>
    search.get(name)?.replaceAll('\u0000', '').toWellFormed().slice(0, 200) || undefined;
  return {
    words: text('words'),
    channel: text('channel'),
    fate: FATES.find((fate) => fate === search.get('fate')),
    after: text('after'),
  };
}

/** Every response, whether it counts or not, with a search. */
export default function Responses({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('responses');
  const at = useAt();
  const channelName = useChannelName();
  const { id, zone, isOpen, mayExport, filter, channels, responses, next } = loaderData;
  const received = useReceived(zone);
  const address = at(href('/officer/consultations/:id/responses', { id }));
  const { after, ...kept } = filter;
  const search = new URLSearchParams(
    Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const page = (last: string) => `${address}?${new URLSearchParams([...search, ['after', last]])}`;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <OpenNotice isOpen={isOpen} />
      <ResponseFilterForm channels={channels} {...kept} />
      {responses.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <DataTable
          caption={t('caption')}
          isCaptionHidden
          columns={[
            { label: t('column.reference') },
            { label: t('column.channel') },
            { label: t('column.received') },
            { label: t('column.fate') },
            { label: t('column.beginning') },
          ]}
          rows={responses.map((response) => [
            <a
              key="link"
              href={at(
                href('/officer/consultations/:id/responses/:responseId', { id, responseId: response.id }),
              )}
            >
              <bdi className="reference-number">{response.publicReference}</bdi>
            </a>,
            <span key="channel">
              {channelName(response.channel)}{' '}
              {response.source && <bdi className="soft">({response.source})</bdi>}
            </span>,
            <span key="received" className="unbroken">
              {received(response)}
            </span>,
            <FateTag key="fate" fate={response.fate} />,
            response.beginning && (
              <bdi key="beginning" className="beginning">
                {response.beginning}
              </bdi>
            ),
          ])}
        />
      )}
      <Pages first={after && (search.size ? `${address}?${search}` : address)} next={next && page(next)} />
      {mayExport && (
        <p>
          <a href={at(href('/officer/consultations/:id/responses.csv', { id }))} download>
            {t('export')}
          </a>{' '}
          <span className="soft">{t('exportHint')}</span>
          <br />
          <a href={at(href('/officer/consultations/:id/responses-columns.csv', { id }))} download>
            {t('columns.link')}
          </a>
        </p>
      )}
    </>
  );
}
