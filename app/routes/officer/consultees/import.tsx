import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/import';
import { AcceptanceFields } from '~/components/consultees/line-fields';
import { TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { registerFor } from '~/domain/consultee/consultee-access.server';
import { listFormSchema } from '~/domain/consultee/consultee-input';
import { importConsultees } from '~/domain/consultee/import-consultees.server';
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
  const form = await parseForm(request, listFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await importConsultees(actor, id, form.value);
    const { language } = context.get(requestFacts);
    const register = addressIn(language, href('/officer/consultations/:id/consultees', { id }));
    return redirect(`${register}?done=imported`, 303);
  });
}

export default function ImportConsultees({ loaderData: { id } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('import.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees', { id }))}>
        {t('register.title')}
      </BackLink>
      <h1>{t('import.title')}</h1>
      <p className="lede">{t('import.lede')}</p>
      <HubForm refusal={refusal}>
        <TextArea name="list" label={t('import.list')} hint={t('import.listHint')} rows={10} />
        <AcceptanceFields />
        <button type="submit" className="button">
          {t('import.button')}
        </button>
      </HubForm>
    </>
  );
}
