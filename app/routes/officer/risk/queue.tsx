import { useTranslation } from '~/components/words';
import type { Route } from './+types/queue';
import { PageTitle } from '~/components/form';
import { RiskList } from '~/components/risk/risk-list';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { listRisks } from '~/domain/risk/risk-queries.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { zone } = await consultationFor(actor, 'handle-risk', id);
  return { id, zone, ...(await listRisks(actor, id)) };
}

export default function RiskQueue({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('risk');
  const { id, zone, waiting, settled } = loaderData;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <h2>{t('waiting.title', { count: waiting.length })}</h2>
      {waiting.length === 0 ? (
        <p>{t('waiting.empty')}</p>
      ) : (
        <RiskList consultationId={id} zone={zone} entries={waiting} />
      )}
      {settled.length > 0 && (
        <>
          <h2>{t('done.title')}</h2>
          <RiskList consultationId={id} zone={zone} entries={settled} />
        </>
      )}
    </>
  );
}
