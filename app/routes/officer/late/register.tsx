import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/register';
import { PageTitle } from '~/components/form';
import { LateTable } from '~/components/late/late-table';
import { useAt } from '~/components/language';
import { Pages, SummaryList } from '~/components/page-parts';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { countArrivals } from '~/domain/arrival/arrival-queries.server';
import { lateConsultees } from '~/domain/consultee/reply-queries.server';
import { countLateEntries, listLateEntries } from '~/domain/late-entry/late-queries.server';
import { signedIn } from '~/middleware/actor.server';
import { positiveIn } from '~/middleware/search-parameters';

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['decide-late', 'register'], id);
  const page = positiveIn(new URL(request.url).searchParams, 'page') ?? 1;
  const [counts, arrivals, list, consultees] = await Promise.all([
    countLateEntries(id),
    countArrivals(id),
    listLateEntries(id, { page }),
    lateConsultees(id),
  ]);
  return {
    id,
    zone: consultation.zone,
    mayDecide: may(actor, 'decide-late', consultation),
    counts,
    arrivals,
    consultees,
    page,
    ...list,
  };
}

export default function LateRegister({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('late');
  const at = useAt();
  const { id, zone, mayDecide, counts, arrivals, consultees, page, entries, hasMore } = loaderData;
  const address = at(href('/officer/consultations/:id/late', { id }));
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <h2>{t('entries.title', { count: counts.undecided })}</h2>
      {entries.length === 0 ? (
        <p>{t('entries.empty')}</p>
      ) : (
        <LateTable consultationId={id} zone={zone} entries={entries} mayDecide={mayDecide} />
      )}
      <Pages
        previous={page > 1 ? `${address}?page=${page - 1}` : undefined}
        next={hasMore ? `${address}?page=${page + 1}` : undefined}
      />
      {consultees.length > 0 && (
        <>
          <h2>{t('consultees.title', { count: consultees.length })}</h2>
          <p>{t('consultees.text')}</p>
          <ul>
            {consultees.map(({ id: consulteeId, name }) => (
              <li key={consulteeId}>
                <a href={at(href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId }))}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('counts.title')}</h2>
      <p>{t('counts.text')}</p>
      <SummaryList
        rows={[
          { key: t('counts.late'), value: counts.late },
          { key: t('counts.considered'), value: counts.considered },
          { key: t('counts.notConsidered'), value: counts.notConsidered },
          { key: t('counts.undecided'), value: counts.undecided },
          { key: t('counts.approvedClaims'), value: arrivals.approvedClaims },
          { key: t('counts.refusedClaims'), value: arrivals.refusedClaims },
        ]}
      />
    </>
  );
}
