import { randomUUID } from 'node:crypto';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/reply';
import { StepPage } from '~/components/consultees/step-page';
import { Checkbox, DateField, RadioGroup, SelectField, TextArea, TextField } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { ARRIVAL_CHANNELS } from '~/domain/arrival';
import { REPLY_KINDS } from '~/domain/consultee';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { recordReply } from '~/domain/consultee/record-reply.server';
import { recordedReplySchema } from '~/domain/consultee/reply-input';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const { consultee } = await consulteeFor(context.get(signedIn), ['write', 'register'], id, consulteeId);
  return { ids: { id, consulteeId }, name: consultee.name, formKey: randomUUID() };
}

export async function action({ request, params: { id, consulteeId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const form = await parseForm(request, recordedReplySchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await recordReply(actor, { consultationId: id, consulteeId }, form.value);
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=recorded`, 303);
  });
}

/** An answer that came by post, by phone, by e-mail or in person. */
export default function RecordReply({ loaderData: { ids, name, formKey } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const { t: words } = useTranslation('silence');
  const refusal = useActionData<typeof action>();
  return (
    <StepPage ids={ids} name={name} step="reply" refusal={refusal}>
      <input type="hidden" name="formKey" value={refusal?.typed['formKey']?.[0] ?? formKey} />
      <RadioGroup
        name="kind"
        label={t('reply.kind')}
        choices={REPLY_KINDS.map((kind) => ({ value: kind, label: words(`answer.${kind}`) }))}
      />
      <TextArea name="text" label={t('reply.text')} hint={t('reply.textHint')} />
      <Checkbox name="mayBeNamed" label={t('reply.mayBeNamed')} hint={t('reply.mayBeNamedHint')} />
      <TextField
        name="arrivalNumber"
        label={t('reply.arrivalNumber')}
        hint={t('reply.arrivalNumberHint')}
        width="short"
        inputMode="numeric"
        isOptional
      />
      <fieldset>
        <legend>
          <h2>{t('reply.otherwise')}</h2>
        </legend>
        <SelectField
          name="channel"
          label={t('reply.channel')}
          choices={ARRIVAL_CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          emptyLabel={t('reply.chooseChannel')}
          isOptional
        />
        <DateField name="receivedOn" label={t('reply.receivedOn')} isOptional />
        <TextField
          name="receivedTime"
          label={t('reply.receivedTime')}
          width="short"
          autoComplete="off"
          isOptional
        />
        <TextField
          name="receivedEvidence"
          label={t('reply.evidence')}
          hint={t('reply.evidenceHint')}
          isOptional
        />
      </fieldset>
    </StepPage>
  );
}
