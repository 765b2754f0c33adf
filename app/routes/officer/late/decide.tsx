import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/decide';
import { useWhen } from '~/components/arrivals/use-when';
import { RadioGroup, TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useLateness } from '~/components/late/use-lateness';
import { useAt } from '~/components/language';
import { BackLink, SummaryList } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { neededText } from '~/domain/arrival';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { decideLate } from '~/domain/late-entry/decide-late.server';
import { readLateEntry } from '~/domain/late-entry/late-queries.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({
  decision: z.enum(['considered', 'not-considered'], 'late-decision-needed'),
  reasons: neededText('reasons-needed'),
});

export async function loader({ params: { id, responseId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['decide-late', 'register'], id);
  return {
    id,
    zone: consultation.zone,
    mayDecide: may(actor, 'decide-late', consultation),
    isReported: consultation.reportedAt !== null,
    entry: await readLateEntry(id, responseId),
  };
}

export async function action({ request, params: { id, responseId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['decide-late'], id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  const { decision, reasons } = form.value;
  return attempt(form, async () => {
    await decideLate(actor, id, { responseId, isConsidered: decision === 'considered', reasons });
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/late', { id })), 303);
  });
}

export default function DecideLate({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('late');
  const { t: arrivals } = useTranslation('arrivals');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const lateness = useLateness();
  const { id, zone, entry, mayDecide, isReported } = loaderData;
  const when = useWhen(zone);
  const { decision } = entry;
  const title = t('decide.title', { reference: entry.publicReference });
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/late', { id }))}>{t('title')}</BackLink>
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { key: t('entries.channel'), value: arrivals(`channel.${entry.channel}`) },
          { key: t('entries.received'), value: when.at(entry.receivedAt) },
          ...(entry.receivedEvidence
            ? [{ key: arrivals('facts.evidence'), value: <bdi>{entry.receivedEvidence}</bdi> }]
            : []),
          { key: t('entries.late'), value: lateness(entry.lateness) },
          { key: t('decide.recorded'), value: when.at(entry.recordedAt) },
        ]}
      />
      {decision && (
        <section>
          <h2>{t(decision.isConsidered ? 'decision.considered' : 'decision.notConsidered')}</h2>
          <p>{t('decide.by', { name: decision.decidedBy ?? '', when: when.at(decision.decidedAt) })}</p>
          <blockquote className="written">
            <bdi>{decision.reasons}</bdi>
          </blockquote>
        </section>
      )}
      {!decision && mayDecide && (
        <HubForm refusal={refusal}>
          <p>{t(isReported ? 'decide.reported' : 'decide.unseen')}</p>
          <RadioGroup
            name="decision"
            label={t('decide.question')}
            choices={[
              ...(isReported
                ? []
                : [{ value: 'considered', label: t('decide.yes'), hint: t('decide.yesHint') }]),
              { value: 'not-considered', label: t('decide.no'), hint: t('decide.noHint') },
            ]}
          />
          <TextArea name="reasons" label={t('decide.reasons')} hint={t('decide.reasonsHint')} rows={4} />
          <button type="submit" className="button">
            {t('decide.button')}
          </button>
        </HubForm>
      )}
      {!decision && !mayDecide && <p>{t('decide.waits')}</p>}
    </>
  );
}
