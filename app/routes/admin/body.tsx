import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/body';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel, Tag } from '~/components/page-parts';
import { findBody } from '~/domain/identity/body-queries.server';
import { signedIn } from '~/middleware/actor.server';

const DONE = ['invited', 'added', 'removed'];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return {
    body: await findBody(context.get(signedIn), params.id),
    done: DONE.includes(done) ? done : undefined,
  };
}

/** One organisation: who works for it here, and as what. */
export default function Body({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const at = useAt();
  const { body, done } = loaderData;
  return (
    <>
      <PageTitle>{body.name}</PageTitle>
      <BackLink href={at(href('/admin'))}>{t('bodies.title')}</BackLink>
      <p className="eyebrow">{t(`kind.${body.isInfrastructure ? 'infrastructure' : body.kind}`)}</p>
      <h1>{body.name}</h1>
      {done && (
        <Panel tone="good">
          <p>{t(`body.done.${done}`)}</p>
        </Panel>
      )}
      <p>
        {t('bodies.shortName')}: <code dir="ltr">{body.slug}</code>
      </p>
      {body.email && <p>{t('body.email', { email: body.email })}</p>}
      <div className="row title-row">
        <h2>{t('body.people')}</h2>
        <a className="button" href={at(href('/admin/bodies/:id/invite', { id: body.id }))}>
          {t('body.invite')}
        </a>
      </div>
      {body.people.length === 0 && <p>{t('body.nobody')}</p>}
      <ul className="card-list">
        {body.people.map((person) => (
          <li key={person.userId}>
            <h3>
              <a href={at(href('/admin/bodies/:id/people/:userId', { id: body.id, userId: person.userId }))}>
                {person.name}
              </a>
            </h3>
            <p className="soft">{person.email}</p>
            <p>{person.roles.map((role) => t(`role.${role}`)).join(' · ') || t('body.noRoles')}</p>
            <p className="row">
              {!person.hasPassword && <Tag tone="warning">{t('body.invited')}</Tag>}
              {person.hasSecondFactor && <Tag tone="good">{t('body.secondFactor')}</Tag>}
              {person.isAdministrator && <Tag tone="info">{t('body.administrator')}</Tag>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
