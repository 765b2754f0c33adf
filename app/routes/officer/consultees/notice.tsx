import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/notice';
import { NoticeProofForms } from '~/components/consultees/notice-proof-forms';
import { useNoticeState } from '~/components/consultees/notice-state';
import { useMoments } from '~/components/consultees/use-moments';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel, SummaryList } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { noticeContentSchema } from '~/domain/consultee';
import { proofSchema } from '~/domain/consultee/notice-forms';
import { recordHandover, recordPosting, recordReturn } from '~/domain/consultee/prove-notice.server';
import { notFound } from '~/domain/hub-error';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { hubNow } from '~/platform/database/clock.server';
import { localDayOf } from '~/domain/deadline';

export async function loader({ request, params: { id, consulteeId, noticeId }, context }: Route.LoaderArgs) {
  const { consultee, zone, rights } = await readConsultee(context.get(signedIn), {
    consultationId: id,
    consulteeId,
  });
  const notice = consultee.notices.find((each) => each.id === noticeId);
  if (!notice) throw notFound();
  return {
    ids: { id, consulteeId, noticeId },
    name: consultee.name,
    zone,
    notice,
    content: noticeContentSchema.parse(notice.content),
    mayRecord: rights.record,
    today: localDayOf(await hubNow(), zone),
    isWritten: new URL(request.url).searchParams.get('done') === 'written',
  };
}

export async function action({ request, params: { id, consulteeId, noticeId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const form = await parseForm(request, proofSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const ids = { consultationId: id, consulteeId, noticeId };
    const proof = form.value;
    if (proof.intent === 'post') await recordPosting(actor, ids, proof);
    else if (proof.intent === 'hand-over') await recordHandover(actor, ids, proof);
    else await recordReturn(actor, ids, proof);
    const { language } = context.get(requestFacts);
    const page = href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=recorded`, 303);
  });
}

/** One notice: what it said, how it went, and recording the proof of it. */
export default function NoticePage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { ids, name, zone, notice, content, mayRecord, today, isWritten } = loaderData;
  const moments = useMoments(zone);
  const state = useNoticeState(zone);
  const title = t(`noticeKind.${notice.kind}`);
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees/:consulteeId', ids))}>
        <bdi>{name}</bdi>
      </BackLink>
      <h1>{title}</h1>
      {isWritten && (
        <Panel tone="good">
          <p>{t('done.written')}</p>
        </Panel>
      )}
      <SummaryList
        rows={[
          { key: t('notices.address'), value: <bdi>{notice.toAddress}</bdi> },
          { key: t('notice.written'), value: moments.at(notice.recordedAt) },
          { key: t('notices.proof'), value: state(notice).join('\n') },
          { key: t('notice.deadline'), value: moments.deadline(content.closesAt) },
          ...(content.silence
            ? [
                {
                  key: t('notice.proposition'),
                  value: (
                    <bdi lang={content.silence.proposition.language}>{content.silence.proposition.text}</bdi>
                  ),
                },
              ]
            : []),
        ]}
      />
      {notice.method !== 'email' && (
        <p>
          <a href={at(href('/officer/consultations/:id/consultees/:consulteeId/letter/:noticeId', ids))}>
            {t('letters.print')}
          </a>
        </p>
      )}
      {mayRecord && <NoticeProofForms notice={notice} today={today} refusal={refusal} />}
    </>
  );
}
