import { useTranslation } from '~/components/words';
import { data, href, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/new-password';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { NewPasswordField } from '~/components/staff/new-password-field';
import { UsernameField } from '~/components/staff/username-field';
import { addressIn } from '~/domain/translation';
import { HubError } from '~/domain/hub-error';
import { newPasswordSchema } from '~/domain/identity';
import { findPasswordLink, setForgottenPassword } from '~/domain/identity/password-link.server';
import { redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { forgetLinkToken, linkTokenOf } from '~/middleware/link-cookie.server';

export async function loader({ request }: Route.LoaderArgs) {
  const token = await linkTokenOf(request, 'password');
  const account = token && (await findPasswordLink(token));
  if (!account) return data({ account: undefined }, { status: 410 });
  return data({ account });
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, z.object({ newPassword: newPasswordSchema }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const token = await linkTokenOf(request, 'password');
    if (!token) throw new HubError('password-link-over', { status: 410 });
    await setForgottenPassword(token, form.value.newPassword);
    const next = `${addressIn(context.get(requestFacts).language, href('/sign-in'))}?done=password`;
    return redirectWithCookies(next, [await forgetLinkToken('password')]);
  });
}

export default function NewPassword({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { account } = loaderData;
  if (!account) {
    return (
      <>
        <PageTitle>{t('newPassword.over.title')}</PageTitle>
        <h1>{t('newPassword.over.title')}</h1>
        <p className="lede">{t('newPassword.over.text')}</p>
        <a className="button" href={at(href('/sign-in/forgotten'))}>
          {t('newPassword.over.again')}
        </a>
      </>
    );
  }
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('newPassword.title')}</PageTitle>
      <h1>{t('newPassword.title')}</h1>
      <p className="lede">{t('newPassword.lede', account)}</p>
      <HubForm refusal={refusal}>
        <UsernameField email={account.email} />
        <NewPasswordField />
        <button type="submit" className="button">
          {t('newPassword.button')}
        </button>
      </HubForm>
    </>
  );
}
