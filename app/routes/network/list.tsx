import { useTranslation } from '~/components/words';
import type { Route } from './+types/list';
import { PageTitle } from '~/components/form';
import { NetworkCards } from '~/components/network/network-cards';
import { listForNetwork } from '~/domain/dissemination/dissemination-queries.server';
import { signedIn } from '~/middleware/actor.server';

export function loader({ context }: Route.LoaderArgs) {
  return listForNetwork(context.get(signedIn));
}

/** What an infrastructure body can pass on now, and what came of what it passed on. */
export default function Network({ loaderData: { current, past } }: Route.ComponentProps) {
  const { t } = useTranslation('network');
  return (
    <>
      <PageTitle>{t('list.title')}</PageTitle>
      <h1>{t('list.title')}</h1>
      <p className="lede">{t('list.lede')}</p>
      <section>
        <h2>{t('list.current')}</h2>
        {current.length === 0 ? <p>{t('list.noCurrent')}</p> : <NetworkCards consultations={current} />}
      </section>
      <section>
        <h2>{t('list.past')}</h2>
        {past.length === 0 ? <p>{t('list.noPast')}</p> : <NetworkCards consultations={past} />}
      </section>
    </>
  );
}
