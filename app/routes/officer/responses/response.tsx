import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/response';
import { FateTag } from '~/components/analysis/fate-tag';
import { ProposeExclusion } from '~/components/analysis/propose-exclusion';
import { ResponseAnswers } from '~/components/analysis/response-answers';
import { ResponseFacts } from '~/components/analysis/response-facts';
import { ResponseHistory } from '~/components/analysis/response-history';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel, SummaryList } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { proposeExclusionSchema } from '~/domain/analysis/exclusion-forms';
import { logLook } from '~/domain/analysis/log-look.server';
import { proposeExclusions } from '~/domain/analysis/propose-exclusions.server';
import { openResponse } from '~/domain/analysis/response-record-queries.server';
import { exclusionState } from '~/domain/analysis';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params: { id, responseId } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['read', 'approve'], id);
  const response = await openResponse(actor, consultation, responseId);
  await logLook(actor, consultation, 'responses');
  const standing = response.exclusions.find((one) => ['proposed', 'left-out'].includes(exclusionState(one)));
  return {
    id,
    zone: consultation.zone,
    original: languageSchema.parse(consultation.originalLanguage),
    response,
    standing: standing && { ...standing, state: exclusionState(standing) },
    mayPropose: may(actor, 'read', consultation) && !consultation.reportedAt && !standing,
    mayFlag: may(actor, 'flag-risk', consultation),
  };
}

export async function action({ request, context, params: { id, responseId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['read'], id);
  const form = await parseForm(request, proposeExclusionSchema.omit({ responses: true }));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await proposeExclusions(actor, id, { ...form.value, responseIds: [responseId] });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/responses/:responseId', { id, responseId })),
      303,
    );
  });
}

/** One response in full, as it counts, with where it came from and what became of it. */
export default function OneResponse({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('responses');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, zone, original, response, standing, mayPropose, mayFlag } = loaderData;
  const title = t('response.title', { reference: response.publicReference });
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/responses', { id }))}>{t('title')}</BackLink>
      <h1>{title}</h1>
      <p>
        <FateTag fate={response.fate} />
      </p>
      {response.isAtRisk && (
        <Panel tone="warning">
          <p>{t('response.atRisk')}</p>
        </Panel>
      )}
      {standing && (
        <Panel title={t(`response.exclusion.${standing.state}`)}>
          <p>
            <bdi>{standing.reason}</bdi>
          </p>
          <p>
            <a href={at(href('/officer/consultations/:id/counting', { id }))}>{t('response.toCounting')}</a>
          </p>
        </Panel>
      )}
      <h2>{t('answers.title')}</h2>
      <ResponseAnswers response={response} original={original} />
      <ResponseHistory response={response} zone={zone} original={original} />
      <h2>{t('facts.title')}</h2>
      <ResponseFacts consultationId={id} zone={zone} response={response} />
      {response.contact && (
        <>
          <h2>{t('contact.title')}</h2>
          <p>{t('contact.logged')}</p>
          <SummaryList
            rows={(['name', 'email', 'emailAsWritten', 'postalAddress'] as const).flatMap((key) => {
              const value = response.contact?.[key];
              return value ? [{ key: t(`contact.${key}`), value: <bdi key={key}>{value}</bdi> }] : [];
            })}
          />
        </>
      )}
      {mayFlag && (
        <p>
          <a href={`${at(href('/officer/consultations/:id/risk/flag', { id }))}?response=${response.id}`}>
            {t('response.flag')}
          </a>
        </p>
      )}
      {mayPropose && <ProposeExclusion refusal={refusal} />}
    </>
  );
}
