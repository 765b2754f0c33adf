import { href, redirect } from 'react-router';
import type { Route } from './+types/delay';
import { Button, DateField } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { Delays } from '~/components/reading/delays';
import { useTimes } from '~/components/reading/use-times';
import { LocalizedArea } from '~/components/report/localized-area';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { inOrder, isClosed, promisedDay } from '~/domain/feedback';
import { listDelays } from '~/domain/feedback/delay-queries.server';
import { explainDelay } from '~/domain/feedback/explain-delay.server';
import { delayFormSchema } from '~/domain/feedback/report-forms';
import { addressIn } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { hubNow } from '~/platform/database/clock.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'write', id);
  const [document, delays, now] = await Promise.all([frozenDocument(id), listDelays(id), hubNow()]);
  const mayExplain = isClosed(consultation, now) && !consultation.isHeldElsewhere;
  return {
    id,
    zone: consultation.zone,
    feedbackOn: promisedDay(consultation.feedbackOn, []) ?? null,
    languages: inOrder(document),
    original: document.originalLanguage,
    delays,
    promised: mayExplain ? promisedDay(consultation.feedbackOn, delays) : undefined,
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'write', id);
  const form = await parseForm(request, delayFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await explainDelay(actor, id, form.value);
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/report/delay', { id })), 303);
  });
}

/** Says why feedback is late and by when it is promised now; what was said before stays in view (requirements F5). */
export default function FeedbackDelay({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const { id, zone, feedbackOn, languages, original, delays, promised } = loaderData;
  const say = useTimes(zone);
  return (
    <>
      <PageTitle isRefused={Boolean(actionData)}>{t('delay.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      <h1>{t('delay.title')}</h1>
      {promised ? (
        <>
          <p className="lede">{t('delay.lede', { date: say.day(promised) })}</p>
          <HubForm refusal={actionData}>
            <LocalizedArea
              name="reason"
              label={t('delay.reason.label')}
              hint={t('delay.reason.hint')}
              of={undefined}
              languages={languages}
            />
            <DateField
              name="promisedOn"
              label={t('delay.promisedOn.label')}
              hint={t('delay.promisedOn.hint')}
            />
            <Button>{t('delay.button')}</Button>
          </HubForm>
        </>
      ) : (
        <>
          {actionData && <ErrorSummary errors={actionData.errors} />}
          <p>{t('delay.notNow')}</p>
        </>
      )}
      <Delays delays={delays} feedbackOn={feedbackOn} zone={zone} original={original} />
    </>
  );
}
