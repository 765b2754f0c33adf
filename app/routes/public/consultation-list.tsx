import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/consultation-list';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Pages, Panel } from '~/components/page-parts';
import { ConsultationCard } from '~/components/reading/consultation-card';
import { ConsultationFilterForm } from '~/components/reading/consultation-filter-form';
import {
  CONSULTATIONS_ON_A_PAGE,
  consultationFilterSchema,
  type ConsultationFilter,
} from '~/domain/consultation';
import { listConsultations } from '~/domain/consultation/list-consultations.server';

export async function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const filter = consultationFilterSchema.parse(Object.fromEntries(query));
  return { filter, list: await listConsultations(filter), isUnknownLink: query.get('link') === 'unknown' };
}

export default function ConsultationListPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultation-list');
  const at = useAt();
  const { filter, list, isUnknownLink } = loaderData;
  const { total, consultations, now } = list;
  const lastPage = Math.max(1, Math.ceil(total / CONSULTATIONS_ON_A_PAGE));
  const address = (page: number) => at(href('/consultations')) + queryOf({ ...filter, page });
  return (
    <>
      <PageTitle>{filter.page > 1 ? t('titleOfPage', { page: filter.page }) : t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      {isUnknownLink && (
        <Panel tone="warning" title={t('unknownLink.title')}>
          <p>{t('unknownLink.text')}</p>
        </Panel>
      )}
      <ConsultationFilterForm filter={filter} choices={list} />
      <section aria-labelledby="found">
        <h2 id="found">{t('found', { count: total })}</h2>
        {total === 0 && <p>{t('none')}</p>}
        {total > 0 && consultations.length === 0 && (
          <p>
            <a href={address(lastPage)}>{t('beyond', { page: lastPage })}</a>
          </p>
        )}
        <ul className="card-list">
          {consultations.map((entry) => (
            <li key={entry.slug}>
              <ConsultationCard entry={entry} now={now} level={3} />
            </li>
          ))}
        </ul>
        <Pages
          previous={filter.page > 1 ? address(Math.min(filter.page - 1, lastPage)) : undefined}
          next={filter.page < lastPage ? address(filter.page + 1) : undefined}
        />
      </section>
    </>
  );
}

function queryOf({ page, ...filter }: ConsultationFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text && `?${text}`;
}
