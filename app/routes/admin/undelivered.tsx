import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/undelivered';
import { ErrorSummary, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Pages, Panel } from '~/components/page-parts';
import { UndeliveredList } from '~/components/staff/undelivered-list';
import { instantParts } from '~/domain/deadline';
import { sendAgain } from '~/domain/undelivered/send-again.server';
import { DAYS_SHOWN, listUndelivered } from '~/domain/undelivered/undelivered-queries.server';
import { requireAdministrator } from '~/domain/identity';
import { addressIn } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { configuration } from '~/platform/configuration.server';
import { toInstant } from '~/platform/database/clock.server';

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('one'), deliveryId: z.string().max(36, 'invalid') }),
  z.object({ intent: z.literal('all-failed') }),
]);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { language } = context.get(requestFacts);
  const { searchParams } = new URL(request.url);
  const before = searchParams.get('before') ?? undefined;
  const { undelivered, nextBefore } = await listUndelivered(context.get(signedIn), before);
  return {
    undelivered: undelivered.map(({ settledAt, ...email }) => ({
      ...email,
      settled: instantParts(toInstant(settledAt), configuration().zone, language),
    })),
    days: DAYS_SHOWN,
    isLaterPage: before !== undefined,
    isDone: searchParams.get('done') === 'sent',
    nextBefore,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  requireAdministrator(actor);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { value } = form;
    await sendAgain(actor, value.intent === 'one' ? { deliveryId: value.deliveryId } : value.intent);
    const { language } = context.get(requestFacts);
    return redirect(`${addressIn(language, href('/admin/undelivered'))}?done=sent`, 303);
  });
}

/** The e-mails that reached nobody, for whoever can mend what kept them. */
export default function Undelivered({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { undelivered, days, isLaterPage, isDone, nextBefore } = loaderData;
  const path = at(href('/admin/undelivered'));
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('undelivered.title')}</PageTitle>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <BackLink href={at(href('/admin'))}>{t('bodies.title')}</BackLink>
      <h1>{t('undelivered.title')}</h1>
      <p className="lede">{t('undelivered.lede', { days })}</p>
      {isDone && (
        <Panel tone="good">
          <p>{t('undelivered.done')}</p>
        </Panel>
      )}
      {undelivered.length === 0 && <p>{t('undelivered.none')}</p>}
      {undelivered.some(({ state }) => state === 'failed') && (
        <form method="post">
          <p>{t('undelivered.all.text')}</p>
          <button type="submit" className="button" name="intent" value="all-failed">
            {t('undelivered.all.button')}
          </button>
        </form>
      )}
      {undelivered.length > 0 && <UndeliveredList emails={undelivered} />}
      <Pages first={isLaterPage ? path : undefined} next={nextBefore && `${path}?before=${nextBefore}`} />
    </>
  );
}
