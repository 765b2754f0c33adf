import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/sign-in';
import { TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { accountOfRequest } from '~/domain/identity/actor-of-request.server';
import { signIn } from '~/domain/identity/sign-in.server';
import { callerOf, redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { ownPath } from '~/middleware/own-path';

const schema = z.object({
  email: z.string('email-missing').trim().max(320, 'sign-in-refused'),
  password: z.string('password-missing').max(1000, 'sign-in-refused'),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const account = await accountOfRequest(request.headers);
  if (!account) return { isPasswordSet: new URL(request.url).searchParams.get('done') === 'password' };
  const { language } = context.get(requestFacts);
  const start = account.needsSecondFactor ? href('/account/second-factor') : href('/officer');
  const next = account.needsSecondFactor ? undefined : nextOf(request);
  throw redirect(next ?? addressIn(language, start));
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { setCookies, needsCode } = await signIn(form.value, callerOf(request, context));
    const { language } = context.get(requestFacts);
    const next = nextOf(request) ?? addressIn(language, href('/officer'));
    const codePage = `${addressIn(language, href('/sign-in/code'))}?next=${encodeURIComponent(next)}`;
    return redirectWithCookies(needsCode ? codePage : next, setCookies);
  });
}

const nextOf = (request: Request) => ownPath(new URL(request.url).searchParams.get('next'));

export default function SignIn({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('signIn.title')}</PageTitle>
      <h1>{t('signIn.title')}</h1>
      {loaderData.isPasswordSet && !refusal && (
        <Panel tone="good">
          <p>{t('signIn.passwordSet')}</p>
        </Panel>
      )}
      <p className="lede">{t('signIn.lede')}</p>
      <HubForm refusal={refusal}>
        <TextField
          name="email"
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          width="medium"
        />
        <TextField
          name="password"
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          width="medium"
        />
        <button type="submit" className="button">
          {t('signIn.button')}
        </button>
      </HubForm>
      <p className="after-form">
        <a href={at(href('/sign-in/forgotten'))}>{t('forgotten.title')}</a>
      </p>
    </>
  );
}
