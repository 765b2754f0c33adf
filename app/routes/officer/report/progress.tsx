import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/progress';
import { OpenNotice } from '~/components/analysis/open-notice';
import { ButtonLink } from '~/components/fields';
import { ErrorSummary, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { answerWordsInAll } from '~/components/report/answer-words';
import { FindingCard } from '~/components/report/finding-card';
import { PublishedPanel } from '~/components/report/published-panel';
import { RefusalList } from '~/components/report/refusal-list';
import { ReportApproval } from '~/components/report/report-approval';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { logLook } from '~/domain/analysis/log-look.server';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { findLatestRequest } from '~/domain/consultation/consultation-queries.server';
import { reportSubjectSchema } from '~/domain/consultation/approval-subject';
import { isClosed, reportRefusals, subjectOf } from '~/domain/feedback';
import { moveFinding } from '~/domain/feedback/change-findings.server';
import { composeReport, isAsAsked } from '~/domain/feedback/compose-report.server';
import { completeAction } from '~/domain/feedback/complete-action.server';
import { decideReport } from '~/domain/feedback/decide-report.server';
import { quotationsOf } from '~/domain/feedback/quotation-queries.server';
import { progressFormSchema } from '~/domain/feedback/report-forms';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { countReportLetters } from '~/domain/feedback/report-letters.server';
import { requestReport } from '~/domain/feedback/request-report.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { hubNow } from '~/platform/database/clock.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['report', 'approve'], id);
  const isOpen = await logLook(actor, consultation, 'report');
  const [working, quotations, request, letters, now] = await Promise.all([
    readWorkingReport(id),
    quotationsOf(id),
    findLatestRequest(id, 'report'),
    countReportLetters(id),
    hubNow(),
  ]);
  const { state, subjects, document } = working;
  const asked = request?.state.decision === null ? reportSubjectSchema.parse(request.subject) : undefined;
  const isCurrent =
    asked !== undefined && isAsAsked(asked, working, await composeReport(id, working, answerWordsInAll()));
  return {
    id,
    slug: consultation.slug,
    zone: consultation.zone,
    original: document.originalLanguage,
    isOpen,
    letters: letters.consultees + letters.respondents,
    isClosed: isClosed(consultation, now),
    isPublished: consultation.reportedAt !== null,
    mayWrite: may(actor, 'report', consultation),
    mayTranslate: may(actor, 'translate', consultation) && document.languages.length > 1,
    mayExplainDelay:
      isClosed(consultation, now) && may(actor, 'write', consultation) && !consultation.isHeldElsewhere,
    mayApprove: may(actor, 'approve', consultation),
    refusals: reportRefusals(state),
    subjects,
    findings: state.findings.map((finding) => ({
      ...finding,
      isActionDone: 'isActionDone' in finding && finding.isActionDone === true,
      subject: subjectOf(finding, subjects),
      quotations: quotations.filter(({ findingId }) => findingId === finding.id).length,
    })),
    reasons: state.reasons.length,
    request: request && {
      ...request.state,
      requestedAt: request.state.requestedAt.toISOString(),
      decidedAt: request.state.decidedAt?.toISOString() ?? null,
      isBarred: request.state.barred.some(({ userId }) => userId === actor.userId),
      isCurrent,
    },
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['report', 'approve'], id);
  const form = await parseForm(request, progressFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    switch (value.intent) {
      case 'ask':
        await requestReport(actor, id, answerWordsInAll());
        break;
      case 'decide':
        await decideReport(actor, id, { ...value, answerWords: answerWordsInAll() });
        break;
      case 'done':
        await completeAction(actor, id, { findingId: value.finding });
        break;
      default:
        await moveFinding(actor, id, { findingId: value.finding, direction: value.intent });
    }
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/report', { id })), 303);
  });
}

/** The report as it is being written: what still refuses, its parts, its findings, and a second person. */
export default function ReportProgress({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, slug, zone, original, isOpen, isPublished, mayWrite, refusals, subjects, findings, reasons } =
    loaderData;
  const mayChange = mayWrite && !isPublished;
  const link = { id };
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('title')}</PageTitle>
      {refusal && !refusal.typed['intent']?.includes('decide') && <ErrorSummary errors={refusal.errors} />}
      <h1>{t('title')}</h1>
      <OpenNotice isOpen={isOpen} />
      {isPublished ? (
        <PublishedPanel
          consultationId={id}
          slug={slug}
          findings={findings}
          original={original}
          mayWrite={mayWrite}
          letters={loaderData.letters}
        />
      ) : (
        <>
          <p className="lede">{t('lede')}</p>
          <h2 id="missing">{t('missing.title', { count: refusals.length })}</h2>
          {refusals.length === 0 ? (
            <p>{t('missing.nothing')}</p>
          ) : (
            <RefusalList
              consultationId={id}
              refusals={refusals}
              subjects={subjects}
              findings={findings}
              original={original}
              zone={zone}
            />
          )}
        </>
      )}
      {mayChange && (
        <p className="row">
          <ButtonLink href={at(href('/officer/consultations/:id/report/findings/new', link))}>
            {t('findings.add')}
          </ButtonLink>
          <a href={at(href('/officer/consultations/:id/report/texts', link))}>{t('texts.title')}</a>
          <a href={at(href('/officer/consultations/:id/report/reasons', link))}>
            {t('reasons.link', { count: reasons })}
          </a>
          {loaderData.mayTranslate && findings.length > 0 && (
            <a href={`${at(href('/officer/consultations/:id/languages', link))}#report`}>{t('translate')}</a>
          )}
        </p>
      )}
      <p>
        <a href={at(href('/officer/consultations/:id/report/preview', link))}>{t('preview.link')}</a>
      </p>
      {loaderData.mayExplainDelay && (
        <p>
          <a href={at(href('/officer/consultations/:id/report/delay', link))}>{t('delay.link')}</a>
        </p>
      )}
      <h2>{t('findings.title', { count: findings.length })}</h2>
      <ol className="card-list">
        {findings.map(({ subject, quotations, ...finding }, index) => (
          <li key={finding.id}>
            <FindingCard
              consultationId={id}
              finding={finding}
              subject={subject}
              quotations={quotations}
              place={{ isFirst: index === 0, isLast: index === findings.length - 1, number: index + 1 }}
              original={original}
              mayChange={mayChange}
            />
          </li>
        ))}
      </ol>
      {!isPublished && <ReportApproval {...loaderData} isReady={refusals.length === 0} refusal={refusal} />}
    </>
  );
}
