import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/new-body';
import { RadioGroup, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { requireAdministrator } from '~/domain/identity';
import { createBody } from '~/domain/identity/create-body.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const KINDS = ['public', 'voluntary', 'infrastructure'] as const;

const schema = z.object({
  name: z.string('body-name-missing').trim().min(1, 'body-name-missing').max(200, 'too-long'),
  kind: z.enum(KINDS, 'body-kind-missing'),
  email: z.email('email-invalid').max(320, 'email-invalid').optional(),
});

export function loader({ context }: Route.LoaderArgs) {
  requireAdministrator(context.get(signedIn));
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  requireAdministrator(actor);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { name, kind, email } = form.value;
    const isInfrastructure = kind === 'infrastructure';
    const { bodyId } = await createBody(actor, {
      name,
      kind: isInfrastructure ? 'voluntary' : kind,
      isInfrastructure,
      email,
    });
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/admin/bodies/:id', { id: bodyId })), 303);
  });
}

export default function NewBody() {
  const { t } = useTranslation('admin');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('newBody.title')}</PageTitle>
      <BackLink href={at(href('/admin'))}>{t('bodies.title')}</BackLink>
      <h1>{t('newBody.title')}</h1>
      <HubForm refusal={refusal}>
        <TextField name="name" label={t('newBody.name')} hint={t('newBody.nameHint')} autoComplete="off" />
        <RadioGroup
          name="kind"
          label={t('newBody.kind')}
          choices={KINDS.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            hint: t(`kindHint.${kind}`),
          }))}
        />
        <TextField
          name="email"
          label={t('newBody.email')}
          hint={t('newBody.emailHint')}
          type="email"
          isOptional
          autoComplete="off"
          width="medium"
        />
        <button type="submit" className="button">
          {t('newBody.button')}
        </button>
      </HubForm>
    </>
  );
}
