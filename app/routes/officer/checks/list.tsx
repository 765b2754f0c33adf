import { useTranslation } from '~/components/words';
import type { Route } from './+types/list';
import { PageTitle } from '~/components/form';
import { CheckList } from '~/components/keying/check-list';
import { SummaryList } from '~/components/page-parts';
import { useShare } from '~/components/keying/use-share';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { listWaitingChecks, sampleFigures } from '~/domain/keying/check-queries.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { zone } = await consultationFor(actor, 'register', id);
  const [checks, figures] = await Promise.all([listWaitingChecks(id), sampleFigures(id)]);
  return { id, zone, checks, figures, userId: actor.userId };
}

export default function Checks({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('checks');
  const share = useShare();
  const { id, zone, checks, figures, userId } = loaderData;
  const { drawn, checked, withErrors, answersChecked, answersWrong, waiting } = figures;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <h2>{t('list.title', { count: waiting })}</h2>
      {checks.length === 0 ? (
        <p>{t('list.empty')}</p>
      ) : (
        <CheckList consultationId={id} zone={zone} checks={checks} userId={userId} />
      )}
      <h2>{t('figures.title')}</h2>
      <p>{t('figures.text')}</p>
      <SummaryList
        rows={[
          { key: t('figures.drawn'), value: t('figures.drawnValue', { checked, drawn }) },
          {
            key: t('figures.withErrors'),
            value: t('figures.ofValue', {
              part: withErrors,
              whole: checked,
              share: share(withErrors, checked),
            }),
          },
          {
            key: t('figures.answersWrong'),
            value: t('figures.ofValue', {
              part: answersWrong,
              whole: answersChecked,
              share: share(answersWrong, answersChecked),
            }),
          },
        ]}
      />
    </>
  );
}
