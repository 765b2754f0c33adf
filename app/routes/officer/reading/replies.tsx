import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/replies';
import { OpenNotice } from '~/components/analysis/open-notice';
import { useWhen } from '~/components/arrivals/use-when';
import { Button } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Pages, Tag } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { logLook } from '~/domain/analysis/log-look.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readReply } from '~/domain/consultee/read-reply.server';
import { writtenReplies } from '~/domain/consultee/reply-queries.server';
import { addressIn } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { positiveIn } from '~/middleware/search-parameters';

const schema = z.object({ reply: z.uuid('invalid') });

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'read', id);
  const isOpen = await logLook(actor, consultation, 'reading');
  const page = positiveIn(new URL(request.url).searchParams, 'page') ?? 1;
  return { id, isOpen, page, zone: consultation.zone, ...(await writtenReplies(id, { page })) };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'read', id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await readReply(actor, id, { replyId: form.value.reply });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/reading/consultees/replies', { id })),
      303,
    );
  });
}

/** What consultees wrote in their replies, the unread first, each to be marked as read. */
export default function Replies({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const { t: answers } = useTranslation('silence');
  const { t: consultees } = useTranslation('consultees');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, isOpen, page, zone, replies, hasMore } = loaderData;
  const when = useWhen(zone);
  const address = at(href('/officer/consultations/:id/reading/consultees/replies', { id }));
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('replies.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/reading', { id }))}>{t('title')}</BackLink>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <h1>{t('replies.title')}</h1>
      <p className="lede">{t('replies.lede')}</p>
      <OpenNotice isOpen={isOpen} />
      {replies.length === 0 && <p>{t('replies.none')}</p>}
      <ul className="card-list">
        {replies.map((reply) => (
          <li key={reply.id}>
            <h2>
              <bdi>{reply.consultee}</bdi>
            </h2>
            <p>
              <Tag>{answers(`answer.${reply.kind}`)}</Tag>{' '}
              <Tag tone={reply.readAt ? 'good' : 'warning'}>
                {t(reply.readAt ? 'replies.read' : 'replies.unread')}
              </Tag>{' '}
              <span className="soft">
                {consultees('happened.received', {
                  time: when.at(reply.receivedAt),
                  channel: consultees(`channel.${reply.channel}`),
                })}
              </span>
            </p>
            {reply.isLate && <p>{consultees('happened.late')}</p>}
            <blockquote className="written">
              <bdi>{reply.text}</bdi>
            </blockquote>
            {reply.readAt ? (
              <p className="soft">
                {t('texts.readBy', { name: reply.readBy ?? '', when: when.at(reply.readAt) })}
              </p>
            ) : (
              <HubForm>
                <input type="hidden" name="reply" value={reply.id} />
                <Button>
                  {t('replies.mark')}
                  <span className="visually-hidden">: {reply.consultee}</span>
                </Button>
              </HubForm>
            )}
          </li>
        ))}
      </ul>
      <Pages
        previous={page > 1 ? `${address}?page=${page - 1}` : undefined}
        next={hasMore ? `${address}?page=${page + 1}` : undefined}
      />
    </>
  );
}
