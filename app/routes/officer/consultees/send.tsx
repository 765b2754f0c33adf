import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/send';
import { CheckboxGroup } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { listAwaitingNotice } from '~/domain/consultee/consultee-queries.server';
import { sendNotices, type NoticeRound } from '~/domain/consultee/send-notices.server';
import { routeTo } from '~/domain/consultee/write-notices.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  consulteeIds: z.array(z.string().max(100), 'nobody-chosen').min(1, 'nobody-chosen').max(5000, 'invalid'),
});

const roundOf = (request: Request): NoticeRound =>
  new URL(request.url).searchParams.get('round') === 'fresh-notice' ? 'fresh-notice' : 'first';

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const round = roundOf(request);
  const awaiting = await listAwaitingNotice(context.get(signedIn), id, round);
  return {
    id,
    round,
    consultees: awaiting.map((consultee) => ({
      id: consultee.id,
      name: consultee.name,
      route: routeTo(consultee),
      address: consultee.email ?? consultee.postalAddress ?? '',
      hasAccepted: consultee.acceptedCodeAt !== null,
    })),
  };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const round = roundOf(request);
  await listAwaitingNotice(actor, id, round);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { letters } = await sendNotices(actor, id, { round, ...form.value });
    const { language } = context.get(requestFacts);
    const next = letters
      ? href('/officer/consultations/:id/consultees/letters', { id })
      : href('/officer/consultations/:id/consultees', { id });
    return redirect(`${addressIn(language, next)}?done=sent`, 303);
  });
}

/** Whom to send the notice to; all are ticked. */
export default function SendNotices({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, round, consultees } = loaderData;
  const withoutCode = consultees.filter(({ hasAccepted }) => !hasAccepted).length;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t(`send.${round}.title`)}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees', { id }))}>
        {t('register.title')}
      </BackLink>
      {refusal && consultees.length === 0 && <ErrorSummary errors={refusal.errors} />}
      <h1>{t(`send.${round}.title`)}</h1>
      <p className="lede">{t(`send.${round}.lede`)}</p>
      {withoutCode > 0 && <p>{t('send.withoutCode', { count: withoutCode })}</p>}
      {consultees.length === 0 ? (
        <p>{t('send.nobody')}</p>
      ) : (
        <HubForm refusal={refusal}>
          <CheckboxGroup
            name="consulteeIds"
            label={t('send.whom')}
            choices={consultees.map((consultee) => ({
              value: consultee.id,
              label: <bdi>{consultee.name}</bdi>,
              hint: t(`send.route.${consultee.route}`, { address: consultee.address }),
            }))}
            defaultValues={consultees.map((consultee) => consultee.id)}
          />
          <button type="submit" className="button">
            {t('send.button')}
          </button>
        </HubForm>
      )}
    </>
  );
}
