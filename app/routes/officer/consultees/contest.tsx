import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/contest';
import { StepPage } from '~/components/consultees/step-page';
import { TextArea } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { neededWords } from '~/domain/consultee/consultee-input';
import { recordContest } from '~/domain/consultee/contest-outcome.server';
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
  const form = await parseForm(request, z.object({ reasons: neededWords('contest-reasons-missing') }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await recordContest(actor, { consultationId: id, consulteeId }, form.value);
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=contested`, 303);
  });
}

/** What was recorded from silence is contested by post or phone, or because something was found. */
export default function RecordContest({ loaderData: { ids, name } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  return (
    <StepPage ids={ids} name={name} step="contest" refusal={refusal}>
      <TextArea name="reasons" label={t('contest.reasons')} />
    </StepPage>
  );
}
