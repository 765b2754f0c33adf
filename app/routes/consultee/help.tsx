import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/help';
import { FinishHere } from '~/components/consultee/finish-here';
import { RadioGroup, TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { REQUEST_KINDS } from '~/domain/consultee';
import { requestHelp } from '~/domain/consultee/request-help.server';
import { requestSchema } from '~/domain/consultee/reply-input';
import { requireCaller } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ request }: Route.LoaderArgs) {
  await requireCaller(request);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const caller = await requireCaller(request);
  const form = await parseForm(request, requestSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await requestHelp(caller, form.value);
    const { language } = context.get(requestFacts);
    return redirect(`${addressIn(language, href('/consultee'))}?done=asked`, 303);
  });
}

/** A consultee asks for what it needs before it can answer. */
export default function AskForHelp() {
  const { t } = useTranslation('consultee');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('help.title')}</PageTitle>
      <BackLink href={at(href('/consultee'))} />
      <HubForm refusal={refusal}>
        <h1>{t('help.title')}</h1>
        <p className="lede">{t('help.lede')}</p>
        <RadioGroup
          name="kind"
          label={t('help.kind')}
          choices={REQUEST_KINDS.map((kind) => ({ value: kind, label: t(`help.kinds.${kind}`) }))}
        />
        <TextArea name="text" label={t('help.text')} hint={t('help.textHint')} rows={4} />
        <button type="submit" className="button">
          {t('help.button')}
        </button>
      </HubForm>
      <FinishHere />
    </>
  );
}
