import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/contest-decision';
import { StepPage } from '~/components/consultees/step-page';
import { RadioGroup, TextArea } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { neededWords } from '~/domain/consultee/consultee-input';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { decideContest } from '~/domain/consultee/contest-outcome.server';
import { notFound } from '~/domain/hub-error';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  decision: z.enum(['upheld', 'not-upheld'], 'contest-decision-needed'),
  note: neededWords('reasons-missing'),
});

export async function loader({ params: { id, consulteeId, contestId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['approve'], id, consulteeId);
  const { consultee } = await readConsultee(actor, { consultationId: id, consulteeId });
  const contest = consultee.contests.find((each) => each.id === contestId);
  if (!contest) throw notFound();
  return { ids: { id, consulteeId }, name: consultee.name, reasons: contest.reasons };
}

export async function action({ request, params: { id, consulteeId, contestId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['approve'], id, consulteeId);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { decision, note } = form.value;
    const ids = { consultationId: id, consulteeId, contestId };
    await decideContest(actor, ids, { isUpheld: decision === 'upheld', note });
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=decided`, 303);
  });
}

/** A second person decides whether a contest is right. */
export default function DecideContest({ loaderData: { ids, name, reasons } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  return (
    <StepPage ids={ids} name={name} step="decide" refusal={refusal}>
      <blockquote className="written">
        <bdi>{reasons}</bdi>
      </blockquote>
      <RadioGroup
        name="decision"
        label={t('decide.decision')}
        choices={(['upheld', 'not-upheld'] as const).map((value) => ({
          value,
          label: t(`decide.choices.${value}.label`),
          hint: t(`decide.choices.${value}.hint`),
        }))}
      />
      <TextArea name="note" label={t('decide.note')} hint={t('decide.noteHint')} rows={4} />
    </StepPage>
  );
}
