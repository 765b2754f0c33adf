import { z } from 'zod';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/withdrawal';
import { StepPage } from '~/components/consultees/step-page';
import { Panel } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { addressIn } from '~/domain/translation';
import { consulteeFor, isPastDeadline } from '~/domain/consultee/consultee-access.server';
import { withdrawConsultee } from '~/domain/consultee/withdraw-consultee.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, consultee } = await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const isOver = consultation.publishedAt !== null && (await isPastDeadline(consultation, consultee));
  return { ids: { id, consulteeId }, name: consultee.name, isOver };
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
export default function Withdrawal({ loaderData: { ids, name, isOver } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  return (
    <StepPage ids={ids} name={name} step="withdrawal" refusal={refusal}>
      {isOver && (
        <Panel tone="warning">
          <p>{t('withdrawal.afterDeadline')}</p>
        </Panel>
      )}
    </StepPage>
  );
}
