import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/request';
import { StepPage } from '~/components/consultees/step-page';
import { RadioGroup, TextArea } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { REQUEST_KINDS } from '~/domain/consultee';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { requestSchema } from '~/domain/consultee/reply-input';
import { recordRequest } from '~/domain/consultee/request-help.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const { consultee } = await consulteeFor(context.get(signedIn), ['write', 'register'], id, consulteeId);
  return { ids: { id, consulteeId }, name: consultee.name };
}

export async function action({ request, params: { id, consulteeId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const form = await parseForm(request, requestSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await recordRequest(actor, { consultationId: id, consulteeId }, form.value);
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=recorded`, 303);
  });
}

/** A consultee asked by phone or post for another format, an interpreter or help. */
export default function RecordRequest({ loaderData: { ids, name } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  return (
    <StepPage ids={ids} name={name} step="request" refusal={refusal}>
      <RadioGroup
        name="kind"
        label={t('request.kind')}
        choices={REQUEST_KINDS.map((kind) => ({ value: kind, label: t(`requestKind.${kind}`) }))}
      />
      <TextArea name="text" label={t('request.text')} rows={3} />
    </StepPage>
  );
}
