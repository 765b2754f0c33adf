import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/save';
import { Button, ButtonLink, TextField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useAt } from '~/components/language';
import { AnsweringPage, DraftKey } from '~/components/respond/answering-page';
import { useDeadlineWords } from '~/components/respond/deadline-notice';
import { frameOf } from '~/components/respond/frame';
import { stepPath } from '~/components/respond/step-path';
import { resumeLinkFormSchema } from '~/domain/response';
import { resumeLinkSentTo, sendResumeLink } from '~/domain/response/send-resume-link.server';
import { openAnswering, requireOwnForm, saveAddress } from '~/middleware/answering.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

/** Saving a response to go on with it later, on this computer or another (requirement R2). */
export async function loader(args: Route.LoaderArgs) {
  const { draft, journey, language } = await openAnswering(args);
  return {
    frame: frameOf(draft, language),
    email: draft.about.email,
    sentTo: await resumeLinkSentTo(draft, new URL(args.request.url).searchParams.get('sent')),
    back: stepPath(draft.slug, journey.reached),
  };
}

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, resumeLinkFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { draft, language } = await openAnswering(args);
    requireOwnForm(form.fields, draft, { isKeyNeeded: true });
    const { clientAddress } = args.context.get(requestFacts);
    const { deliveryId } = await sendResumeLink({ draft, ...form.value, language, clientAddress });
    return redirect(`${saveAddress(args)}?sent=${deliveryId}`, 303);
  });
}

export default function SaveForLater({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const refusal = useActionData<typeof action>();
  const at = useAt();
  const words = useDeadlineWords();
  const { frame, email, sentTo, back } = loaderData;
  const isSent = sentTo !== undefined && !refusal;
  const title = t(isSent ? 'save.sent.title' : 'save.title');
  const deadline = frame.deadline.left !== 'over' && (
    <p>{t('save.deadline', { deadline: words(frame.deadline) })}</p>
  );
  if (isSent) {
    return (
      <AnsweringPage frame={frame} title={title} canSave={false}>
        <h1>{title}</h1>
        <p className="lede">{t('save.sent.text', { email: sentTo })}</p>
        <p>{t('save.sent.close')}</p>
        {deadline}
        <p>{t('save.sent.missing')}</p>
        <p>
          <a href={at(href('/respond/:slug/save', { slug: frame.slug }))}>{t('save.sent.again')}</a>
        </p>
        <p>
          <ButtonLink kind="secondary" href={at(back)}>
            {t('save.sent.continue')}
          </ButtonLink>
        </p>
      </AnsweringPage>
    );
  }
  return (
    <AnsweringPage frame={frame} title={title} back={back} isRefused={!!refusal} canSave={false}>
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <h1>{title}</h1>
        <p className="lede">{t('save.lede')}</p>
        <p>{t('save.kept')}</p>
        <p>{t('save.lasts')}</p>
        {deadline}
        <TextField
          name="email"
          type="email"
          label={t('about.email.label')}
          hint={t('save.email.hint')}
          autoComplete="email"
          width="medium"
          defaultValue={email}
        />
        <Button>{t('save.button')}</Button>
      </HubForm>
    </AnsweringPage>
  );
}
