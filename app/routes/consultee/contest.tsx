import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/contest';
import { FinishHere } from '~/components/consultee/finish-here';
import { TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { neededWords } from '~/domain/consultee/consultee-input';
import { contestOutcome } from '~/domain/consultee/contest-outcome.server';
import { requireCaller } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ request }: Route.LoaderArgs) {
  await requireCaller(request);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const caller = await requireCaller(request);
  const form = await parseForm(request, z.object({ reasons: neededWords('contest-reasons-missing') }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await contestOutcome(caller, form.value);
    const { language } = context.get(requestFacts);
    return redirect(`${addressIn(language, href('/consultee'))}?done=contested`, 303);
  });
}

/** A consultee contests that its silence was recorded. */
export default function Contest() {
  const { t } = useTranslation('consultee');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('contest.title')}</PageTitle>
      <BackLink href={at(href('/consultee'))} />
      <HubForm refusal={refusal}>
        <h1>{t('contest.title')}</h1>
        <p className="lede">{t('contest.lede')}</p>
        <TextArea name="reasons" label={t('contest.reasons')} hint={t('contest.reasonsHint')} rows={6} />
        <button type="submit" className="button">
          {t('contest.button')}
        </button>
      </HubForm>
      <FinishHere />
    </>
  );
}
