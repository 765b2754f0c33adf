import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/corrections';
import { ErrorSummary, PageTitle } from '~/components/form';
import { CorrectionForm } from '~/components/plan/correction-form';
import { CorrectionNote } from '~/components/plan/correction-note';
import { DecisionForm } from '~/components/plan/decision-form';
import { NotBy } from '~/components/plan/not-by';
import { RequestRecord } from '~/components/plan/request-record';
import { useTimes } from '~/components/reading/use-times';
import { addressIn } from '~/domain/translation';
import { consultationForAny } from '~/domain/arrival/arrival-access.server';
import { correctionFormSchema } from '~/domain/consultation/approval-forms';
import { readCorrections } from '~/domain/consultation/consultation-queries.server';
import { decideCorrection } from '~/domain/consultation/decide-correction.server';
import { proposeCorrection } from '~/domain/consultation/propose-correction.server';
import { can } from '~/domain/identity';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, document, corrections, proposal } = await readCorrections(actor, params.id);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const isBarred = proposal?.barred.some(({ userId }) => userId === actor.userId) ?? false;
  return {
    zone: consultation.zone,
    original: document.originalLanguage,
    languages: document.languages,
    isPublished: consultation.publishedAt !== null && !consultation.isHeldElsewhere,
    corrections: corrections.map((correction) => ({
      ...correction,
      publishedAt: correction.publishedAt.toISOString(),
    })),
    proposal: proposal && {
      ...proposal,
      requestedAt: proposal.requestedAt.toISOString(),
      decidedAt: proposal.decidedAt?.toISOString() ?? null,
    },
    mayWrite: can(actor, 'write', bodyIds),
    mayDecide: can(actor, 'approve', bodyIds) && !isBarred,
    notBy: { names: proposal?.barred.map(({ name }) => name) ?? [], isReader: isBarred },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['write', 'approve'], params.id);
  const form = await parseForm(request, correctionFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { value } = form;
    const consultationId = params.id;
    if (value.intent === 'propose') {
      const { what, why, isMaterial } = value;
      await proposeCorrection(actor, { consultationId, what, why, isMaterial: isMaterial === 'yes' });
    } else {
      await decideCorrection(actor, { ...value, consultationId });
    }
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, `${href('/officer/consultations/:id', { id: params.id })}/corrections`),
      303,
    );
  });
}

/** Dated notes to a published consultation: the only change there is after opening (requirements C9, C14). */
export default function Corrections({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('corrections');
  const refusal = useActionData<typeof action>();
  const { zone, original, languages, isPublished, corrections, proposal, mayWrite, mayDecide, notBy } =
    loaderData;
  const say = useTimes(zone);
  const waits = proposal?.decision === null;
  const isProposing = refusal?.typed['intent']?.[0] === 'propose';
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      {refusal && !isProposing && !(waits && mayDecide) && <ErrorSummary errors={refusal.errors} />}
      <p className="lede">{t(isPublished ? 'intro' : 'notYet')}</p>
      {proposal && (waits || proposal.decision === 'sent-back') && (
        <section aria-labelledby="proposal">
          <h2 id="proposal">{t(waits ? 'proposal.waiting' : 'proposal.sentBack')}</h2>
          <RequestRecord request={proposal} zone={zone} />
          {waits && <CorrectionNote {...proposal} original={original} />}
          {waits && <NotBy {...notBy} />}
          {waits && mayDecide && (
            <DecisionForm
              kind="correction"
              requestId={proposal.id}
              refusal={isProposing ? undefined : refusal}
            />
          )}
        </section>
      )}
      {mayWrite && ((isPublished && !waits) || isProposing) && (
        <CorrectionForm
          languages={languages}
          before={proposal?.decision === 'sent-back' ? proposal : undefined}
          refusal={isProposing ? refusal : undefined}
        />
      )}
      <h2>{t('published.title')}</h2>
      {corrections.length === 0 && <p className="soft">{t('published.none')}</p>}
      {corrections.map((correction) => (
        <section key={correction.id}>
          <h3>{t('published.on', say.instant(correction.publishedAt))}</h3>
          <CorrectionNote {...correction} original={original} />
          <p className="soft">
            {t('published.by', { writer: correction.writtenBy, approver: correction.approvedBy })}
          </p>
        </section>
      ))}
    </>
  );
}
