import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/account';
import { RadioGroup } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Panel, SummaryList } from '~/components/page-parts';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { changeLanguage } from '~/domain/identity/change-language.server';
import { addressIn, LANGUAGES, languageSchema } from '~/domain/translation';
import { signedInAccount } from '~/middleware/account.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const DONE = ['language', 'password', 'second-factor', 'second-factor-off'];

export function loader({ request, context }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return { account: context.get(signedInAccount), done: DONE.includes(done) ? done : undefined };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, z.object({ language: languageSchema }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await changeLanguage(context.get(signedInAccount), form.value.language);
    return redirect(`${addressIn(context.get(requestFacts).language, href('/account'))}?done=language`, 303);
  });
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { account, done } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('own.title')}</PageTitle>
      <h1>{t('own.title')}</h1>
      {done && (
        <Panel tone="good">
          <p>{t(`own.done.${done}`)}</p>
        </Panel>
      )}
      <SummaryList
        rows={[
          { key: t('own.name'), value: account.name },
          { key: t('own.email'), value: account.email },
          {
            key: t('own.password'),
            value: t('own.passwordHidden'),
            action: { href: at(href('/account/password')), label: t('own.change'), about: t('own.password') },
          },
          {
            key: t('own.secondFactor'),
            value: t(account.hasSecondFactor ? 'own.on' : 'own.off'),
            action: {
              href: at(href('/account/second-factor')),
              label: t(account.hasSecondFactor ? 'own.change' : 'own.setUp'),
              about: t('own.secondFactor'),
            },
          },
        ]}
      />
      <h2>{t('own.language.title')}</h2>
      <HubForm refusal={refusal}>
        <RadioGroup
          name="language"
          label={t('own.language.label')}
          hint={t('own.language.hint')}
          defaultValues={[account.language]}
          choices={LANGUAGES.map((language) => ({
            value: language,
            label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
          }))}
        />
        <button type="submit" className="button button-secondary">
          {t('own.language.button')}
        </button>
      </HubForm>
    </>
  );
}
