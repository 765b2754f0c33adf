import { useTranslation } from '~/components/words';
import { href, redirect } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/problem-reply';
import { Button, TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { ProblemWords } from '~/components/problems/problem-words';
import { addressIn } from '~/domain/translation';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { findProblem } from '~/domain/consultation/problem-queries.server';
import { replyToProblem } from '~/domain/consultation/reply-to-problem.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const replySchema = z.object({
  publicText: z
    .string('problem-text-required')
    .trim()
    .min(1, 'problem-text-required')
    .max(5000, 'text-over-5000'),
  reply: z.string('reply-required').trim().min(1, 'reply-required').max(5000, 'text-over-5000'),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await findProblem(context.get(signedIn), params.id, params.problem);
  return { id: params.id, ...found };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, replySchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { id, problem } = params;
    await replyToProblem(context.get(signedIn), { consultationId: id, problemId: problem, ...form.value });
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/problems', { id })), 303);
  });
}

/** Replies to one reported problem, once; the public sees the problem as edited here beside the reply. */
export default function ProblemReply({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('problems');
  const at = useAt();
  const { id, problem, zone } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!actionData}>{t('reply.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/problems', { id }))}>{t('reply.back')}</BackLink>
      <HubForm refusal={actionData}>
        <h1>{t('reply.title')}</h1>
        <ProblemWords problem={problem} zone={zone} />
        <p>{t(problem.hasEmail ? 'reply.hasEmail' : 'reply.noEmail')}</p>
        <TextArea
          name="publicText"
          label={t('reply.publicText')}
          hint={t('reply.publicTextHint')}
          defaultValue={problem.text}
        />
        <TextArea name="reply" label={t('reply.text')} hint={t('reply.textHint')} />
        <Button>{t('reply.send')}</Button>
      </HubForm>
    </>
  );
}
