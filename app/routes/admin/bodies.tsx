import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/bodies';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { DataTable, Panel } from '~/components/page-parts';
import { countUndelivered } from '~/domain/undelivered/undelivered-queries.server';
import { listBodies } from '~/domain/identity/body-queries.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const [bodies, undelivered] = await Promise.all([listBodies(actor), countUndelivered(actor)]);
  return { bodies, undelivered };
}

/** The organisations that consult, or pass consultations on, on this hub. */
export default function Bodies({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const at = useAt();
  const { bodies, undelivered } = loaderData;
  const kindOf = (body: (typeof bodies)[number]) => (body.isInfrastructure ? 'infrastructure' : body.kind);
  return (
    <>
      <PageTitle>{t('bodies.title')}</PageTitle>
      <div className="row title-row">
        <h1>{t('bodies.title')}</h1>
        <a className="button" href={at(href('/admin/bodies/new'))}>
          {t('bodies.new')}
        </a>
      </div>
      {undelivered > 0 && (
        <Panel tone="warning">
          <p>
            <a href={at(href('/admin/undelivered'))}>{t('undelivered.count', { count: undelivered })}</a>
          </p>
        </Panel>
      )}
      {bodies.length === 0 ? (
        <Panel>
          <p>{t('bodies.none')}</p>
        </Panel>
      ) : (
        <DataTable
          caption={t('bodies.caption')}
          isCaptionHidden
          columns={[
            { label: t('bodies.name') },
            { label: t('bodies.kind') },
            { label: t('bodies.shortName') },
            { label: t('bodies.people'), isNumber: true },
            { label: t('bodies.consultations'), isNumber: true },
          ]}
          rows={bodies.map((body) => [
            <a key="name" href={at(href('/admin/bodies/:id', { id: body.id }))}>
              {body.name}
            </a>,
            t(`kind.${kindOf(body)}`),
            <code key="slug" dir="ltr">
              {body.slug}
            </code>,
            body.people,
            body.consultations,
          ])}
        />
      )}
    </>
  );
}
