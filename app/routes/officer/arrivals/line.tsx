import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/line';
import { ArrivalFacts } from '~/components/arrivals/arrival-facts';
import { ArrivalStateTag } from '~/components/arrivals/arrival-state-tag';
import { LineActions } from '~/components/arrivals/line-actions';
import { TimelyClaim } from '~/components/arrivals/timely-claim';
import { ButtonLink } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { lineFormSchema, type LineForm } from '~/domain/arrival';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { readArrival } from '~/domain/arrival/arrival-queries.server';
import { attachScan } from '~/domain/arrival/attach-scan.server';
import { claimTimely, decideTimely } from '~/domain/arrival/claim-timely.server';
import { setAsideArrival, takeUpArrival } from '~/domain/arrival/set-aside-arrival.server';
import type { Actor } from '~/domain/identity';
import { requestCheck } from '~/domain/keying/request-check.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ params: { id, arrivalId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['register', 'approve'], id);
  const line = await readArrival(id, arrivalId);
  const isFirstPerson = [line.recordedById, line.timelyClaimedById].includes(actor.userId);
  return {
    id,
    zone: consultation.zone,
    line,
    mayRegister: may(actor, 'register', consultation),
    mayDecide: may(actor, 'approve', consultation) && !isFirstPerson,
  };
}

export async function action({ request, params: { id, arrivalId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['register', 'approve'], id);
  const form = await parseForm(request, lineFormSchema, { maxFiles: 1 });
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await changeLine(actor, id, arrivalId, form.value);
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/arrivals/:arrivalId', { id, arrivalId })),
      303,
    );
  });
}

async function changeLine(actor: Actor, id: string, arrivalId: string, form: LineForm): Promise<void> {
  switch (form.intent) {
    case 'claim':
      return claimTimely(actor, id, { arrivalId, evidence: form.timelyEvidence });
    case 'approve':
      return decideTimely(actor, id, { arrivalId, isApproved: true });
    case 'refuse':
      return decideTimely(actor, id, { arrivalId, isApproved: false, reason: form.refusalReason });
    case 'set-aside':
      return setAsideArrival(actor, id, { arrivalId, reason: form.setAsideReason });
    case 'take-up':
      return takeUpArrival(actor, id, { arrivalId });
    case 'scan':
      return attachScan(actor, id, {
        arrivalId,
        scan: new Uint8Array(await (form.scan ?? new Blob()).arrayBuffer()),
      });
    case 'check':
      return requestCheck(actor, id, { responseId: (await readArrival(id, arrivalId)).responseId ?? '' });
  }
}

export default function ArrivalPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('arrivals');
  const at = useAt();
  const actionData = useActionData<typeof action>();
  const { id, zone, line, mayRegister, mayDecide } = loaderData;
  const refusal = (intent: string) =>
    actionData?.typed?.['intent']?.[0] === intent ? actionData : undefined;
  return (
    <>
      <PageTitle isRefused={!!actionData}>{t('line', { number: line.number })}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/arrivals', { id }))}>{t('title')}</BackLink>
      {actionData && <ErrorSummary errors={actionData.errors} />}
      <h1>{t('line', { number: line.number })}</h1>
      <p>
        <ArrivalStateTag state={line.state} isLate={line.isLate} />
      </p>
      {line.state === 'before-opening' && (
        <Panel tone="warning">
          <p>{t('beforeOpening')}</p>
        </Panel>
      )}
      <ArrivalFacts consultationId={id} zone={zone} line={line} />
      {line.state === 'to-key' && mayRegister && (
        <p>
          <ButtonLink
            href={at(href('/officer/consultations/:id/key/:arrivalId', { id, arrivalId: line.id }))}
          >
            {t('keyThis')}
          </ButtonLink>
        </p>
      )}
      {line.reference && (
        <p>
          {t('keyedAs')} <bdi className="reference">{line.reference}</bdi>
        </p>
      )}
      {line.consultees && <p>{t('replyOf', { names: line.consultees })}</p>}
      {line.setAsideReason && (
        <section>
          <h2>{t('setAside.title')}</h2>
          <p>{t('setAside.by', { name: line.setAsideBy ?? '' })}</p>
          <blockquote className="written">
            <bdi>{line.setAsideReason}</bdi>
          </blockquote>
          {mayRegister && (
            <HubForm refusal={refusal('take-up')} hasSummary={false} className="intent-form">
              <input type="hidden" name="intent" value="take-up" />
              <button type="submit" className="button button-secondary">
                {t('setAside.takeUp')}
              </button>
            </HubForm>
          )}
        </section>
      )}
      <TimelyClaim line={line} mayClaim={mayRegister} mayDecide={mayDecide} refusal={refusal} />
      {mayRegister && <LineActions consultationId={id} line={line} refusal={refusal} />}
    </>
  );
}
