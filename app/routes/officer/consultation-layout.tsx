import { useTranslation } from '~/components/words';
import { Outlet, href } from 'react-router';
import type { Route } from './+types/consultation-layout';
import { Text, useAt } from '~/components/language';
import { ConsultationTabs } from '~/components/staff/consultation-tabs';
import { OpenPages } from '~/components/staff/staff-link';
import { StateTag } from '~/components/staff/state-tag';
import { pagesFor, stateOf, tabsFor } from '~/domain/consultation';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { findWorkingTitle } from '~/domain/consultation/consultation-queries.server';
import { countOpenPromises } from '~/domain/consultation/promise-queries.server';
import { languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { hubNow } from '~/platform/database/clock.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'see', params.id);
  const { id, slug, originalLanguage, bodies, reportedAt, publishedAt } = consultation;
  const [title, now, openPromises] = await Promise.all([
    findWorkingTitle(id),
    hubNow(),
    reportedAt ? countOpenPromises(id) : 0,
  ]);
  const state = stateOf({ ...consultation, openPromises }, now);
  const bodyIds = bodies.map(({ bodyId }) => bodyId);
  const tabs = tabsFor(actor, bodyIds, { isDraft: state === 'draft' });
  return {
    id,
    title,
    originalLanguage: languageSchema.parse(originalLanguage),
    publicSlug: publishedAt ? slug : undefined,
    state,
    tabs,
    pages: pagesFor(actor, bodyIds, tabs),
  };
}

/** What all staff pages of one consultation share: which one it is, how it stands, and its other pages. */
export default function ConsultationLayout({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const { id, title, originalLanguage, publicSlug, state, tabs } = loaderData;
  return (
    <>
      <div className="consultation-head">
        <p className="consultation-head-title">
          <a href={at(href('/officer'))}>{t('bar.consultations')}</a>
          <span aria-hidden="true"> / </span>
          <strong>
            <Text of={title} original={originalLanguage} />
          </strong>
        </p>
        <p className="row">
          <StateTag state={state} />
          {publicSlug && <a href={at(`/consultations/${publicSlug}`)}>{t('tabs.publicPage')}</a>}
        </p>
      </div>
      <ConsultationTabs id={id} groups={tabs} />
      <OpenPages value={loaderData.pages}>
        <Outlet />
      </OpenPages>
    </>
  );
}
