import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/approval';
import { ButtonLink } from '~/components/fields';
import { ErrorSummary, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { ApprovalStep, type ApprovalStepFacts } from '~/components/plan/approval-step';
import { MissingList } from '~/components/plan/missing-list';
import { NotBy } from '~/components/plan/not-by';
import { RequestRecord } from '~/components/plan/request-record';
import { addressIn } from '~/domain/translation';
import { consultationForAny } from '~/domain/arrival/arrival-access.server';
import { approvalFormSchema } from '~/domain/consultation/approval-forms';
import { readPreparation } from '~/domain/consultation/consultation-queries.server';
import { decideApproval } from '~/domain/consultation/decide-approval.server';
import { requestApproval } from '~/domain/consultation/request-approval.server';
import { can } from '~/domain/identity';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, document, problems, warnings, request } = await readPreparation(actor, params.id);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const waits = request?.decision === null && request.draftVersion === consultation.draftVersion;
  const stepOf = (): ApprovalStepFacts => {
    if (!waits || !request) {
      if (!can(actor, 'write', bodyIds)) return { step: 'authors-ask' };
      return problems.length
        ? { step: 'mend-first' }
        : { step: 'ask', draftVersion: consultation.draftVersion };
    }
    if (!can(actor, 'approve', bodyIds)) return { step: 'approver-decides' };
    return request.barred.some(({ userId }) => userId === actor.userId)
      ? { step: 'another-decides' }
      : { step: 'decide', requestId: request.id };
  };
  return {
    id: params.id,
    slug: consultation.slug,
    zone: consultation.zone,
    isPublished: consultation.publishedAt !== null,
    document,
    problems,
    warnings,
    request: request && {
      ...request,
      requestedAt: request.requestedAt.toISOString(),
      decidedAt: request.decidedAt?.toISOString() ?? null,
    },
    notBy: waits ? request.barred.map(({ name }) => name) : undefined,
    hasChangedSince: request?.decision === null && !waits,
    next: stepOf(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['write', 'approve'], params.id);
  const form = await parseForm(request, approvalFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { value } = form;
    const consultationId = params.id;
    if (value.intent === 'ask') {
      await requestApproval(actor, { consultationId, draftVersion: value.draftVersion });
    } else {
      await decideApproval(actor, { ...value, consultationId });
    }
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, `${href('/officer/consultations/:id', { id: params.id })}/approval`),
      303,
    );
  });
}

/** The list of what is missing, asking for a second person, and that person's decision (requirements C14). */
export default function Approval({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('approval');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, slug, zone, isPublished, document, problems, warnings, request, next, notBy, hasChangedSince } =
    loaderData;
  const base = href('/officer/consultations/:id', { id });
  const hasForm = !isPublished && ['ask', 'decide'].includes(next.step);
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      {refusal && !hasForm && <ErrorSummary errors={refusal.errors} />}
      {isPublished && (
        <Panel tone="good" title={t('published.title')}>
          <p>{t('published.text')}</p>
          <p>
            <ButtonLink href={at(href('/consultations/:slug', { slug }))}>{t('published.link')}</ButtonLink>
          </p>
        </Panel>
      )}
      {hasChangedSince && (
        <Panel tone="warning" title={t('changed.title')}>
          <p>{t('changed.text')}</p>
        </Panel>
      )}
      {request && <RequestRecord request={request} zone={zone} />}
      {!isPublished && (
        <>
          <p>
            <ButtonLink kind="secondary" href={at(`${base}/preview`)}>
              {t('preview')}
            </ButtonLink>
          </p>
          <MissingList consultationId={id} document={document} problems={problems} warnings={warnings} />
          {notBy && <NotBy names={notBy} isReader={next.step === 'another-decides'} />}
          <ApprovalStep {...next} refusal={refusal} />
        </>
      )}
    </>
  );
}
