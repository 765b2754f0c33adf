import { useTranslation } from '~/components/words';
import { data, href, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/invitation';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { NewPasswordField } from '~/components/staff/new-password-field';
import { UsernameField } from '~/components/staff/username-field';
import { addressIn } from '~/domain/translation';
import { HubError } from '~/domain/hub-error';
import { newPasswordSchema } from '~/domain/identity';
import { acceptInvitation, findInvitation } from '~/domain/identity/invitation.server';
import { signIn } from '~/domain/identity/sign-in.server';
import { callerOf, redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { forgetLinkToken, linkTokenOf } from '~/middleware/link-cookie.server';

export async function loader({ request }: Route.LoaderArgs) {
  const token = await linkTokenOf(request, 'invitation');
  const invited = token && (await findInvitation(token));
  if (!invited) return data({ invited: undefined }, { status: 410 });
  return data({ invited });
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, z.object({ newPassword: newPasswordSchema }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const token = await linkTokenOf(request, 'invitation');
    if (!token) throw new HubError('invitation-over', { status: 410 });
    const { email } = await acceptInvitation(token, form.value.newPassword);
    const { setCookies, needsCode } = await signIn(
      { email, password: form.value.newPassword },
      callerOf(request, context),
    );
    const { language } = context.get(requestFacts);
    const next = addressIn(language, needsCode ? href('/sign-in/code') : href('/officer'));
    return redirectWithCookies(next, [...setCookies, await forgetLinkToken('invitation')]);
  });
}

export default function Invitation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { invited } = loaderData;
  if (!invited) {
    return (
      <>
        <PageTitle>{t('invitation.over.title')}</PageTitle>
        <h1>{t('invitation.over.title')}</h1>
        <p className="lede">{t('invitation.over.text')}</p>
        <a className="button" href={at(href('/sign-in'))}>
          {t('signIn.title')}
        </a>
      </>
    );
  }
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('invitation.title')}</PageTitle>
      <h1>{t('invitation.title')}</h1>
      <p className="lede">{t('invitation.lede', invited)}</p>
      <HubForm refusal={refusal}>
        <UsernameField email={invited.email} />
        <NewPasswordField />
        <button type="submit" className="button">
          {t('invitation.button')}
        </button>
      </HubForm>
    </>
  );
}
