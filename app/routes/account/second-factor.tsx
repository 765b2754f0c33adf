import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/second-factor';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { SecondFactorOff, SecondFactorOn, SecondFactorPending } from '~/components/staff/second-factor-forms';
import { addressIn } from '~/domain/translation';
import {
  confirmSecondFactor,
  findSecondFactor,
  startSecondFactor,
  turnOffSecondFactor,
} from '~/domain/identity/second-factor.server';
import { signedInAccount } from '~/middleware/account.server';
import { callerOf, redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { configuration } from '~/platform/configuration.server';

const password = z.string('password-missing').max(1000, 'password-wrong');
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), password }),
  z.object({ intent: z.literal('confirm'), code: z.string('code-missing').trim().max(40, 'code-refused') }),
  z.object({ intent: z.literal('turn-off'), password }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const account = context.get(signedInAccount);
  return {
    email: account.email,
    needsSecondFactor: account.needsSecondFactor,
    mayTurnOff: !configuration().requiresSecondFactor,
    factor: await findSecondFactor(account),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  const account = context.get(signedInAccount);
  const caller = callerOf(request, context);
  const { language } = context.get(requestFacts);
  const done = (what: string) => `${addressIn(language, href('/account'))}?done=${what}`;
  return attempt(form, async () => {
    switch (form.value.intent) {
      case 'start':
        await startSecondFactor(form.value.password, caller);
        return redirect(addressIn(language, href('/account/second-factor')), 303);
      case 'confirm': {
        const { setCookies } = await confirmSecondFactor(account, form.value.code, caller);
        return redirectWithCookies(done('second-factor'), setCookies);
      }
      case 'turn-off': {
        const { setCookies } = await turnOffSecondFactor(account, form.value.password, caller);
        return redirectWithCookies(done('second-factor-off'), setCookies);
      }
    }
  });
}

/** An authenticator app as the second proof of who is signing in. */
export default function SecondFactorPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { factor, email, needsSecondFactor, mayTurnOff } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('factor.title')}</PageTitle>
      {!needsSecondFactor && <BackLink href={at(href('/account'))}>{t('own.title')}</BackLink>}
      <h1>{t('factor.title')}</h1>
      {needsSecondFactor && (
        <Panel tone="warning">
          <p>{t('factor.needed')}</p>
        </Panel>
      )}
      {factor.state === 'off' && <SecondFactorOff refusal={refusal} email={email} />}
      {factor.state === 'pending' && <SecondFactorPending refusal={refusal} {...factor} />}
      {factor.state === 'on' && <SecondFactorOn refusal={refusal} email={email} mayTurnOff={mayTurnOff} />}
    </>
  );
}
