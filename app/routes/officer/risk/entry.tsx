import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/entry';
import { useWhen } from '~/components/arrivals/use-when';
import { TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { RiskFacts, RiskTexts } from '~/components/risk/risk-facts';
import { neededText } from '~/domain/arrival';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { openRisk } from '~/domain/risk/risk-queries.server';
import { settleRisk } from '~/domain/risk/settle-risk.server';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.object({ outcome: neededText('risk-outcome-needed') });

export async function loader({ params: { id, flagId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { zone, originalLanguage } = await consultationFor(actor, 'handle-risk', id);
  const entry = await openRisk(actor, id, flagId);
  const { questionnaireVersionId: versionId } = entry;
  return {
    id,
    zone,
    original: languageSchema.parse(originalLanguage),
    entry,
    questionnaire: versionId ? await frozenQuestionnaire(versionId) : undefined,
  };
}

export async function action({ request, params: { id, flagId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'handle-risk', id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await settleRisk(actor, id, { flagId, outcome: form.value.outcome });
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/risk', { id })), 303);
  });
}

export default function RiskEntry({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('risk');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, zone, original, entry, questionnaire } = loaderData;
  const when = useWhen(zone);
  const title = t(`kind.${entry.kind}`);
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/risk', { id }))}>{t('title')}</BackLink>
      <h1>{title}</h1>
      <RiskFacts consultationId={id} zone={zone} entry={entry} />
      <h2>{t('texts.title')}</h2>
      <RiskTexts entry={entry} questionnaire={questionnaire} original={original} />
      <h2>{t('settle.title')}</h2>
      {entry.settledAt ? (
        <>
          <p>{t('settled', { when: when.at(entry.settledAt), name: entry.settledBy ?? '' })}</p>
          <blockquote className="written">
            <bdi>{entry.outcome}</bdi>
          </blockquote>
        </>
      ) : (
        <HubForm refusal={refusal}>
          <TextArea name="outcome" label={t('settle.outcome')} hint={t('settle.hint')} rows={4} />
          <button type="submit" className="button">
            {t('settle.button')}
          </button>
        </HubForm>
      )}
    </>
  );
}
