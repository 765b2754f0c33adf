import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/backup-codes';
import { TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { BackupCodes } from '~/components/staff/backup-codes';
import { UsernameField } from '~/components/staff/username-field';
import { addressIn } from '~/domain/translation';
import { renewBackupCodes } from '~/domain/identity/second-factor.server';
import { signedInAccount } from '~/middleware/account.server';
import { callerOf } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export function loader({ context }: Route.LoaderArgs) {
  const { hasSecondFactor, email } = context.get(signedInAccount);
  if (!hasSecondFactor) {
    throw redirect(addressIn(context.get(requestFacts).language, href('/account/second-factor')));
  }
  return { email };
}

/** Answers with the page itself instead of a redirect: no address shows the codes a second time. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(
    request,
    z.object({ password: z.string('password-missing').max(1000, 'password-wrong') }),
  );
  if (!form.ok) return form.refusal;
  return attempt(form, async () => ({
    codes: await renewBackupCodes(
      context.get(signedInAccount),
      form.value.password,
      callerOf(request, context),
    ),
  }));
}

export default function BackupCodesPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const result = useActionData<typeof action>();
  const refusal = result && 'errors' in result ? result : undefined;
  const codes = result && 'codes' in result ? result.codes : undefined;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('backup.title')}</PageTitle>
      <BackLink href={at(href('/account/second-factor'))}>{t('factor.title')}</BackLink>
      <h1>{t('backup.title')}</h1>
      {codes ? (
        <>
          <Panel tone="good">
            <p>{t('backup.made')}</p>
          </Panel>
          <BackupCodes codes={codes} />
        </>
      ) : (
        <>
          <p className="lede">{t('backup.lede')}</p>
          <HubForm refusal={refusal}>
            <UsernameField email={loaderData.email} />
            <TextField
              name="password"
              label={t('password.current')}
              type="password"
              autoComplete="current-password"
              width="medium"
            />
            <button type="submit" className="button">
              {t('backup.button')}
            </button>
          </HubForm>
        </>
      )}
    </>
  );
}
