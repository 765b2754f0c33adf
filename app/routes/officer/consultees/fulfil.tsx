import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/fulfil';
import { StepPage } from '~/components/consultees/step-page';
import { TextArea } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { neededWords } from '~/domain/consultee/consultee-input';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { fulfilRequest } from '~/domain/consultee/request-help.server';
import { notFound } from '~/domain/hub-error';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({ how: neededWords('fulfilled-how-missing') });

export async function loader({ params: { id, consulteeId, requestId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const { consultee } = await readConsultee(actor, { consultationId: id, consulteeId });
  const asked = consultee.requests.find((request) => request.id === requestId);
  if (!asked) throw notFound();
  return { ids: { id, consulteeId }, name: consultee.name, kind: asked.kind, text: asked.text };
}

export async function action({ request, params: { id, consulteeId, requestId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await fulfilRequest(actor, { consultationId: id, consulteeId, requestId }, form.value);
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=recorded`, 303);
  });
}

/** A consultee has got what it asked for. */
export default function FulfilRequest({ loaderData: { ids, name, kind, text } }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  return (
    <StepPage ids={ids} name={name} step="fulfil" refusal={refusal}>
      <h2>{t(`requestKind.${kind}`)}</h2>
      <blockquote className="written">
        <bdi>{text}</bdi>
      </blockquote>
      <TextArea name="how" label={t('fulfil.how')} rows={3} />
    </StepPage>
  );
}
