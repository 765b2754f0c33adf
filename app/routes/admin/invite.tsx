import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/invite';
import { RadioGroup, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { BackLink } from '~/components/page-parts';
import { RoleChoices } from '~/components/staff/role-choices';
import { rolesSchema } from '~/domain/identity';
import { findBody } from '~/domain/identity/body-queries.server';
import { createPerson } from '~/domain/identity/create-person.server';
import { addressIn, LANGUAGES, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(200, 'too-long'),
  email: z
    .email({ error: (issue) => (issue.input === undefined ? 'person-email-missing' : 'email-invalid') })
    .max(320, 'email-invalid'),
  language: languageSchema,
  roles: rolesSchema,
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { id, name } = await findBody(context.get(signedIn), params.id);
  return { id, name };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const body = await findBody(actor, params.id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { isNew } = await createPerson(actor, { bodyId: body.id, ...form.value });
    const { language } = context.get(requestFacts);
    const page = addressIn(language, href('/admin/bodies/:id', { id: body.id }));
    return redirect(`${page}?done=${isNew ? 'invited' : 'added'}`, 303);
  });
}

export default function Invite({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, name } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('invite.title', { body: name })}</PageTitle>
      <BackLink href={at(href('/admin/bodies/:id', { id }))}>{name}</BackLink>
      <h1>{t('invite.title', { body: name })}</h1>
      <p className="lede">{t('invite.lede')}</p>
      <HubForm refusal={refusal}>
        <TextField name="name" label={t('invite.name')} autoComplete="off" width="medium" />
        <TextField
          name="email"
          label={t('invite.email')}
          hint={t('invite.emailHint')}
          type="email"
          autoComplete="off"
          width="medium"
        />
        <RadioGroup
          name="language"
          label={t('invite.language')}
          defaultValues={['en']}
          choices={LANGUAGES.map((language) => ({
            value: language,
            label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
          }))}
        />
        <RoleChoices />
        <button type="submit" className="button">
          {t('invite.button')}
        </button>
      </HubForm>
    </>
  );
}
