import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/person';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { PersonAccess } from '~/components/staff/person-access';
import { RoleChoices } from '~/components/staff/role-choices';
import { addressIn } from '~/domain/translation';
import { notFound } from '~/domain/hub-error';
import { rolesSchema, type Actor } from '~/domain/identity';
import { findBody } from '~/domain/identity/body-queries.server';
import { changeMembership, removeMembership } from '~/domain/identity/change-membership.server';
import { removeSecondFactor, renewInvitation } from '~/domain/identity/renew-access.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('roles'), roles: rolesSchema }),
  z.object({ intent: z.literal('link') }),
  z.object({ intent: z.literal('second-factor') }),
  z.object({ intent: z.literal('remove') }),
]);
const DONE = ['roles', 'link', 'second-factor'];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get('done') ?? '';
  const member = await findMember(context.get(signedIn), params);
  return { ...member, done: DONE.includes(done) ? done : undefined };
}

async function findMember(actor: Actor, { id, userId }: Route.LoaderArgs['params']) {
  const { people, ...body } = await findBody(actor, id);
  const person = people.find((candidate) => candidate.userId === userId);
  if (!person) throw notFound();
  return { body: { id: body.id, name: body.name }, person };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const { body, person } = await findMember(actor, params);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  const { language } = context.get(requestFacts);
  const { userId } = person;
  const bodyPage = addressIn(language, href('/admin/bodies/:id', { id: body.id }));
  return attempt(form, async () => {
    switch (form.value.intent) {
      case 'roles':
        await changeMembership(actor, { userId, bodyId: body.id, roles: form.value.roles });
        break;
      case 'link':
        await renewInvitation(actor, userId);
        break;
      case 'second-factor':
        await removeSecondFactor(actor, userId);
        break;
      case 'remove':
        await removeMembership(actor, { userId, bodyId: body.id });
        return redirect(`${bodyPage}?done=removed`, 303);
    }
    return redirect(`${bodyPage}/people/${userId}?done=${form.value.intent}`, 303);
  });
}

/** What one person may do for an organisation, and help with signing in. */
export default function Person({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { body, person, done } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{person.name}</PageTitle>
      <BackLink href={at(href('/admin/bodies/:id', { id: body.id }))}>{body.name}</BackLink>
      <h1>{person.name}</h1>
      <p className="soft">{person.email}</p>
      {done && (
        <Panel tone="good">
          <p>{t(`person.done.${done}`)}</p>
        </Panel>
      )}
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="roles" />
        <RoleChoices roles={person.roles} />
        <button type="submit" className="button">
          {t('person.saveRoles')}
        </button>
      </HubForm>
      <PersonAccess bodyName={body.name} hasSecondFactor={person.hasSecondFactor} />
    </>
  );
}
