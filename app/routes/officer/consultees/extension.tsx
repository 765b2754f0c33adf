import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/extension';
import { StepPage } from '~/components/consultees/step-page';
import { useMoments } from '~/components/consultees/use-moments';
import { DateField, TextArea } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { grantExtension } from '~/domain/consultee/grant-extension.server';
import { extensionSchema } from '~/domain/consultee/notice-forms';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['approve'], id, consulteeId);
  const { consultee, zone, extension } = await readConsultee(actor, { consultationId: id, consulteeId });
  return {
    ids: { id, consulteeId },
    name: consultee.name,
    zone,
    deadline: consultee.deadline,
    proposed: extension?.closesOn,
  };
}

export async function action({ request, params: { id, consulteeId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['approve'], id, consulteeId);
  const form = await parseForm(request, extensionSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await grantExtension(actor, { consultationId: id, consulteeId }, form.value);
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=extended`, 303);
  });
}

/** More time for one consultee. */
export default function Extension({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  const { ids, name, zone, deadline, proposed } = loaderData;
  const moments = useMoments(zone);
  return (
    <StepPage ids={ids} name={name} step="extension" refusal={refusal}>
      {deadline && <p>{t('extension.now', { deadline: moments.deadline(deadline) })}</p>}
      <DateField
        name="untilOn"
        label={t('extension.untilOn')}
        hint={t('extension.untilOnHint')}
        defaultValue={proposed}
      />
      <TextArea name="reasons" label={t('extension.reasons')} hint={t('extension.reasonsHint')} rows={3} />
    </StepPage>
  );
}
