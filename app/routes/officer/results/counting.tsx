import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/counting';
import { ExclusionList } from '~/components/analysis/exclusion-list';
import { LikelyDuplicateGroups } from '~/components/analysis/likely-duplicates';
import { OpenNotice } from '~/components/analysis/open-notice';
import { TotalsTable } from '~/components/analysis/totals-table';
import { ErrorSummary, PageTitle } from '~/components/form';
import { StaffLink } from '~/components/staff/staff-link';
import { Tag } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { checkReconciliation } from '~/domain/analysis';
import { decideExclusions, reverseExclusion } from '~/domain/analysis/decide-exclusions.server';
import { exclusionFormSchema } from '~/domain/analysis/exclusion-forms';
import { exclusionsOf, likelyDuplicates } from '~/domain/analysis/exclusion-queries.server';
import { logLook } from '~/domain/analysis/log-look.server';
import { proposeExclusions } from '~/domain/analysis/propose-exclusions.server';
import { reconciliationOf } from '~/domain/analysis/reconciliation-queries.server';
import { may } from '~/domain/arrival/arrival-access.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'see-results', id);
  const isOpen = await logLook(actor, consultation, 'counting');
  const mayPropose = may(actor, 'read', consultation) && !consultation.reportedAt;
  const [totals, exclusions, alike] = await Promise.all([
    reconciliationOf(id),
    exclusionsOf(id),
    mayPropose ? likelyDuplicates(id) : [],
  ]);
  return {
    id,
    zone: consultation.zone,
    userId: actor.userId,
    isOpen,
    mayDecide: may(actor, 'approve', consultation) && !consultation.reportedAt,
    mayPropose,
    totals,
    problems: checkReconciliation(totals.reconciliation).length,
    waiting: exclusions.filter(({ state }) => state === 'proposed'),
    decided: exclusions.filter(({ state }) => state !== 'proposed'),
    alike,
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'see-results', id);
  const form = await parseForm(request, exclusionFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    if (value.intent === 'propose') {
      await proposeExclusions(actor, id, { ...value, responseIds: value.responses });
    } else if (value.intent === 'reverse') {
      await reverseExclusion(actor, id, { exclusionId: value.exclusion });
    } else {
      await decideExclusions(actor, id, { exclusionIds: [value.exclusion], decision: value.intent });
    }
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/counting', { id })), 303);
  });
}

/** How what arrived adds up to what is counted, and who decides what is left out. */
export default function Counting({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('counting-staff');
  const refusal = useActionData<typeof action>();
  const { id, zone, userId, isOpen, mayDecide, mayPropose, totals, problems, waiting, decided, alike } =
    loaderData;
  const list = { consultationId: id, zone, userId, mayDecide };
  const notYetKeyed = totals.notYetKeyed.reduce((sum, { count }) => sum + count, 0);
  const replies = totals.consulteeReplies.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('title')}</PageTitle>
      {refusal && !refusal.typed['group'] && <ErrorSummary errors={refusal.errors} />}
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <OpenNotice isOpen={isOpen} />
      <p>
        {problems === 0 ? (
          <Tag tone="good">{t('adds.up')}</Tag>
        ) : (
          <Tag tone="bad">{t('adds.notUp', { count: problems })}</Tag>
        )}
      </p>
      <TotalsTable reconciliation={totals.reconciliation} notYetKeyed={totals.notYetKeyed} />
      {notYetKeyed > 0 && (
        <p>
          {t('toKey', { count: notYetKeyed })}{' '}
          <StaffLink to={href('/officer/consultations/:id/arrivals', { id })} otherwise={null}>
            {t('toKeyLink')}
          </StaffLink>
        </p>
      )}
      {replies > 0 && <p>{t('replies', { count: replies })}</p>}
      <h2>{t('waiting.title', { count: waiting.length })}</h2>
      {waiting.length > 0 ? <ExclusionList {...list} exclusions={waiting} /> : <p>{t('waiting.none')}</p>}
      {mayPropose && (
        <>
          <h2>{t('alike.title')}</h2>
          <p>{t('alike.text')}</p>
          {alike.length === 0 && <p>{t('alike.none')}</p>}
          <LikelyDuplicateGroups consultationId={id} zone={zone} groups={alike} refusal={refusal} />
        </>
      )}
      {decided.length > 0 && (
        <>
          <h2>{t('decided.title')}</h2>
          <ExclusionList {...list} exclusions={decided} />
        </>
      )}
    </>
  );
}
