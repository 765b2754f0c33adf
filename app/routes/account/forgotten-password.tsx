import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/forgotten-password';
import { TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { askForPasswordLink } from '~/domain/identity/password-link.server';
import { addressIn } from '~/domain/translation';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  email: z.string('email-missing').trim().pipe(z.email('email-invalid').max(320, 'email-invalid')),
});

export function loader({ request }: Route.LoaderArgs) {
  return { isSent: new URL(request.url).searchParams.get('done') === 'sent' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  const { language, clientAddress } = context.get(requestFacts);
  return attempt(form, async () => {
    await askForPasswordLink({ email: form.value.email, language }, clientAddress);
    return redirect(`${addressIn(language, href('/sign-in/forgotten'))}?done=sent`, 303);
  });
}

/** What it says once sent is the same whether or not there is such an account. */
export default function ForgottenPassword({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const isSent = loaderData.isSent && !refusal;
  const words = isSent ? 'forgotten.sent' : 'forgotten';
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t(`${words}.title`)}</PageTitle>
      <BackLink href={at(href('/sign-in'))}>{t('signIn.title')}</BackLink>
      <h1>{t(`${words}.title`)}</h1>
      <p className="lede">{t(`${words}.lede`)}</p>
      {isSent ? (
        <>
          <p>{t('forgotten.sent.nothing')}</p>
          <p>
            <a href={at(href('/sign-in/forgotten'))}>{t('forgotten.sent.again')}</a>
          </p>
        </>
      ) : (
        <HubForm refusal={refusal}>
          <TextField
            name="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            width="medium"
          />
          <button type="submit" className="button">
            {t('forgotten.button')}
          </button>
        </HubForm>
      )}
    </>
  );
}
