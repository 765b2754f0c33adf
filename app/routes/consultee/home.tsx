import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { data, href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/home';
import { AnswerLinks } from '~/components/consultee/answer-links';
import { Asked } from '~/components/consultee/asked';
import { FinishHere } from '~/components/consultee/finish-here';
import { OwnRecord } from '~/components/consultee/own-record';
import { SilenceHere } from '~/components/consultee/silence-here';
import { ErrorSummary, PageTitle } from '~/components/form';
import { Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { acknowledgeNotice } from '~/domain/consultee/acknowledge-notice.server';
import { readOwnPage } from '~/domain/consultee/own-page-queries.server';
import { callerOfRequest, requireCaller } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const DONE = ['acknowledged', 'answered', 'late', 'asked', 'contested'];

export async function loader({ request }: Route.LoaderArgs) {
  const caller = await callerOfRequest(request);
  if (!caller) return data({ page: undefined, done: undefined }, { status: 403 });
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return data({ page: await readOwnPage(caller), done: DONE.includes(done) ? done : undefined });
}

/** The press of the button that says the notice is here. */
export async function action({ request, context }: Route.ActionArgs) {
  const caller = await requireCaller(request);
  const form = await parseForm(request, z.object({ intent: z.literal('acknowledge', 'form-unreadable') }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await acknowledgeNotice(caller);
    const { language } = context.get(requestFacts);
    return redirect(`${addressIn(language, href('/consultee'))}?done=acknowledged`, 303);
  });
}

/** A consultee's own page, behind the link of its notice. */
export default function ConsulteeHome({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultee');
  const refusal = useActionData<typeof action>();
  const { page, done } = loaderData;
  if (!page) {
    return (
      <>
        <PageTitle>{t('noLink.title')}</PageTitle>
        <h1>{t('noLink.title')}</h1>
        <p className="lede">{t('noLink.text')}</p>
      </>
    );
  }
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('home.title')}</PageTitle>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {done && (
        <Panel tone={done === 'late' ? 'warning' : 'good'}>
          <p>{t(`done.${done}`)}</p>
        </Panel>
      )}
      <Asked page={page} />
      <OwnRecord page={page} />
      {page.isOver ? null : <SilenceHere page={page} />}
      <AnswerLinks page={page} />
      <FinishHere />
    </>
  );
}
