import { useTranslation } from '~/components/words';
import { href, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/sign-in-code';
import { TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { confirmSignIn } from '~/domain/identity/sign-in.server';
import { callerOf, redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { ownPath } from '~/middleware/own-path';

const schema = z.object({ code: z.string('code-missing').trim().max(40, 'code-refused') });

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { setCookies } = await confirmSignIn(form.value.code, callerOf(request, context));
    const next = ownPath(new URL(request.url).searchParams.get('next'));
    const { language } = context.get(requestFacts);
    return redirectWithCookies(next ?? addressIn(language, href('/officer')), setCookies);
  });
}

export default function SignInCode() {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('code.title')}</PageTitle>
      <BackLink href={at(href('/sign-in'))}>{t('code.back')}</BackLink>
      <h1>{t('code.title')}</h1>
      <HubForm refusal={refusal}>
        <TextField
          name="code"
          label={t('code.label')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          width="short"
        />
        <button type="submit" className="button">
          {t('code.button')}
        </button>
      </HubForm>
    </>
  );
}
