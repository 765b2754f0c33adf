import { z } from 'zod';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/withdrawal';
import { StepPage } from '~/components/consultees/step-page';
import { addressIn } from '~/domain/translation';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { withdrawConsultee } from '~/domain/consultee/withdraw-consultee.server';
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
  const form = await parseForm(request, z.object({}));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await withdrawConsultee(actor, { consultationId: id, consulteeId });
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=withdrew`, 303);
  });
}

/** A consultee no longer takes part. */
export default function Withdrawal({ loaderData: { ids, name } }: Route.ComponentProps) {
  const refusal = useActionData<typeof action>();
  return <StepPage ids={ids} name={name} step="withdrawal" refusal={refusal} />;
}
