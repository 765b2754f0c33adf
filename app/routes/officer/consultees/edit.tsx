import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/edit';
import { AddressFields, LineFields } from '~/components/consultees/line-fields';
import { StepPage } from '~/components/consultees/step-page';
import { Button } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import {
  changeAddresses,
  changeConsultee,
  removeConsultee,
} from '~/domain/consultee/change-consultee.server';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { addressesSchema, consulteeFormSchema } from '~/domain/consultee/consultee-input';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { localDayOf } from '~/domain/deadline';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm, readForm, typedIn } from '~/middleware/forms.server';

export async function loader({ params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const ids = { consultationId: id, consulteeId };
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const { consultee, zone, rights } = await readConsultee(actor, ids);
  const { acceptedCodeAt } = consultee;
  return {
    ids: { id, consulteeId },
    isWhole: consultee.notices.length === 0 && rights.write,
    line: {
      name: consultee.name,
      kind: consultee.kind,
      email: consultee.email,
      postalAddress: consultee.postalAddress,
      language: consultee.language,
      signedUpPersonally: consultee.signedUpPersonally,
      acceptedCodeEvidence: consultee.acceptedCodeEvidence,
      acceptedCodeOn: acceptedCodeAt
        ? localDayOf(Temporal.Instant.fromEpochMilliseconds(acceptedCodeAt.getTime()), zone)
        : undefined,
    },
  };
}

export async function action({ request, params: { id, consulteeId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const { language } = context.get(requestFacts);
  const ids = { consultationId: id, consulteeId };
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const { consultee, rights } = await readConsultee(actor, ids);
  const register = addressIn(language, href('/officer/consultations/:id/consultees', { id }));

  if (new URL(request.url).searchParams.has('remove')) {
    const typed = typedIn((await readForm(request)).fields);
    return attempt({ typed }, async () => {
      await removeConsultee(actor, ids);
      return redirect(`${register}?done=removed`, 303);
    });
  }
  const isWhole = consultee.notices.length === 0 && rights.write;
  const form = await parseForm(request, isWhole ? consulteeFormSchema : addressesSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    if ('name' in form.value) await changeConsultee(actor, ids, form.value);
    else await changeAddresses(actor, ids, form.value);
    return redirect(`${register}/${consulteeId}?done=changed`, 303);
  });
}

export default function EditConsultee({ loaderData: { ids, isWhole, line } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  return (
    <>
      <StepPage ids={ids} name={line.name} step={isWhole ? 'edit' : 'editAddresses'} refusal={refusal}>
        {isWhole ? <LineFields line={line} /> : <AddressFields line={line} />}
      </StepPage>
      {isWhole && (
        <details>
          <summary>{t('remove.title')}</summary>
          <p>{t('remove.text')}</p>
          <form method="post" action="?remove">
            <Button kind="danger">{t('remove.button')}</Button>
          </form>
        </details>
      )}
    </>
  );
}
