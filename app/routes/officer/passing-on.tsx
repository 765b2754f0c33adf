import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/passing-on';
import { CheckboxGroup } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { DataTable, Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { consultationForAny } from '~/domain/arrival/arrival-access.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { createLinks } from '~/domain/dissemination/create-links.server';
import { listBodyLinks } from '~/domain/dissemination/dissemination-queries.server';
import { can } from '~/domain/identity';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { configuration } from '~/platform/configuration.server';

const schema = z.object({
  bodyIds: z.array(z.string().max(100), 'bodies-missing').min(1, 'bodies-missing').max(500),
});

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { bodies, publishedAt } = await consultationForAny(actor, ['write', 'approve'], id);
  const bodyIds = bodies.map(({ bodyId }) => bodyId);
  return {
    bodies: await listBodyLinks(actor, id),
    baseUrl: configuration().baseUrl.href,
    isPublished: publishedAt !== null,
    mayWrite: can(actor, 'write', bodyIds),
    isDone: new URL(request.url).searchParams.get('done') === 'made',
  };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'write', id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await createLinks(actor, id, form.value.bodyIds);
    const { language } = context.get(requestFacts);
    return redirect(
      `${addressIn(language, href('/officer/consultations/:id/passing-on', { id }))}?done=made`,
      303,
    );
  });
}

/** Which infrastructure bodies pass the consultation on, by which link, and how many responses came through it. */
export default function PassingOn({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('network');
  const refusal = useActionData<typeof action>();
  const { bodies, baseUrl, isPublished, mayWrite, isDone } = loaderData;
  const linked = bodies.flatMap(({ name, link }) => (link ? [{ name, link }] : []));
  const missing = bodies.filter(({ link }) => !link);
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('passingOn.title')}</PageTitle>
      {refusal && missing.length === 0 && <ErrorSummary errors={refusal.errors} />}
      <h1>{t('passingOn.title')}</h1>
      <p className="lede">{t('passingOn.lede')}</p>
      {isDone && (
        <Panel tone="good">
          <p>{t('passingOn.made')}</p>
        </Panel>
      )}
      {!isPublished && <p>{t('passingOn.afterPublishing')}</p>}
      {linked.length > 0 && (
        <DataTable
          caption={t('passingOn.caption')}
          columns={[
            { label: t('passingOn.body') },
            { label: t('passingOn.link') },
            { label: t('passingOn.passed') },
            { label: t('passingOn.responses'), isNumber: true },
          ]}
          rows={linked.map(({ name, link }) => [
            <bdi key="name">{name}</bdi>,
            <bdi key="link">{new URL(`/c/${link.code}`, baseUrl).href}</bdi>,
            link.passings.length === 0
              ? t('passingOn.notYet')
              : t('passingOn.times', { count: link.passings.length }),
            link.responses,
          ])}
        />
      )}
      {bodies.length === 0 && <p>{t('passingOn.none')}</p>}
      {mayWrite && missing.length > 0 && (
        <section>
          <h2>{t('passingOn.make')}</h2>
          <HubForm refusal={refusal}>
            <CheckboxGroup
              name="bodyIds"
              label={t('passingOn.which')}
              choices={missing.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
              defaultValues={missing.map(({ id }) => id)}
            />
            <button type="submit" className="button">
              {t('passingOn.button')}
            </button>
          </HubForm>
        </section>
      )}
    </>
  );
}
