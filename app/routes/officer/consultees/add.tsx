import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/add';
import { LineFields } from '~/components/consultees/line-fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { addConsultee } from '~/domain/consultee/add-consultee.server';
import { registerFor } from '~/domain/consultee/consultee-access.server';
import { consulteeFormSchema } from '~/domain/consultee/consultee-input';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  await registerFor(context.get(signedIn), ['write'], id);
  return { id };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await registerFor(actor, ['write'], id);
  const form = await parseForm(request, consulteeFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await addConsultee(actor, id, form.value);
    const { language } = context.get(requestFacts);
    const register = addressIn(language, href('/officer/consultations/:id/consultees', { id }));
    return redirect(`${register}?done=added`, 303);
  });
}

export default function AddConsultee({ loaderData: { id } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('add.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees', { id }))}>
        {t('register.title')}
      </BackLink>
      <h1>{t('add.title')}</h1>
      <HubForm refusal={refusal}>
        <LineFields />
        <button type="submit" className="button">
          {t('add.button')}
        </button>
      </HubForm>
    </>
  );
}
