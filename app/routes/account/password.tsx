import { useTranslation } from '~/components/words';
import { href, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/password';
import { TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { NewPasswordField } from '~/components/staff/new-password-field';
import { UsernameField } from '~/components/staff/username-field';
import { addressIn } from '~/domain/translation';
import { newPasswordSchema } from '~/domain/identity';
import { changePassword } from '~/domain/identity/second-factor.server';
import { signedInAccount } from '~/middleware/account.server';
import { callerOf, redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  currentPassword: z.string('password-missing').max(1000, 'password-wrong'),
  newPassword: newPasswordSchema,
});

export function loader({ context }: Route.LoaderArgs) {
  return { email: context.get(signedInAccount).email };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const account = context.get(signedInAccount);
    const { setCookies } = await changePassword(account, form.value, callerOf(request, context));
    const { language } = context.get(requestFacts);
    return redirectWithCookies(`${addressIn(language, href('/account'))}?done=password`, setCookies);
  });
}

export default function Password({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('password.title')}</PageTitle>
      <BackLink href={at(href('/account'))}>{t('own.title')}</BackLink>
      <h1>{t('password.title')}</h1>
      <p className="lede">{t('password.lede')}</p>
      <HubForm refusal={refusal}>
        <UsernameField email={loaderData.email} />
        <TextField
          name="currentPassword"
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
          width="medium"
        />
        <NewPasswordField />
        <button type="submit" className="button">
          {t('password.button')}
        </button>
      </HubForm>
    </>
  );
}
