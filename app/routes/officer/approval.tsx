import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/approval';
import { Button, ButtonLink } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { DecisionForm } from '~/components/plan/decision-form';
import { bySection, ProblemList } from '~/components/plan/problem-list';
import { RequestRecord } from '~/components/plan/request-record';
import { addressIn } from '~/components/translator';
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
  const { consultation, problems, warnings, request, author } = await readPreparation(actor, params.id);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const waits = request?.decision === null && request.draftVersion === consultation.draftVersion;
  return {
    id: params.id,
    slug: consultation.slug,
    zone: consultation.zone,
    draftVersion: consultation.draftVersion,
    isPublished: consultation.publishedAt !== null,
    problems,
    warnings,
    author,
    request: request && {
      ...request,
      requestedAt: request.requestedAt.toISOString(),
      decidedAt: request.decidedAt?.toISOString() ?? null,
    },
    waits,
    hasChangedSince: request?.decision === null && !waits,
    mayAsk: can(actor, 'write', bodyIds),
    mayApprove: can(actor, 'approve', bodyIds),
    isFirstPerson: [consultation.authorId, request?.requestedById].includes(actor.userId),
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
  const { id, slug, zone, isPublished, problems, request, waits, hasChangedSince } = loaderData;
  const base = href('/officer/consultations/:id', { id });
  const hasForm = waits
    ? loaderData.mayApprove && !loaderData.isFirstPerson
    : !isPublished && loaderData.mayAsk && problems.length === 0;
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
          <Missing id={id} problems={problems} warnings={loaderData.warnings} />
          {waits ? (
            <Decide {...loaderData} request={request} refusal={refusal} />
          ) : (
            <Ask {...loaderData} refusal={refusal} />
          )}
        </>
      )}
    </>
  );
}

type Data = Route.ComponentProps['loaderData'];
type WithRefusal = { refusal: ReturnType<typeof useActionData<typeof action>> };

function Missing({ id, problems, warnings }: Pick<Data, 'id' | 'problems' | 'warnings'>) {
  const { t } = useTranslation('approval');
  const { t: tPlan } = useTranslation('plan');
  return (
    <>
      <h2>{t('missing.title', { count: problems.length })}</h2>
      {problems.length === 0 && <p>{t('missing.nothing')}</p>}
      {bySection(problems).map(([section, some]) => (
        <section key={section}>
          <h3>{tPlan(`sections.${section}`)}</h3>
          <ProblemList consultationId={id} problems={some} kind="problem" />
        </section>
      ))}
      {warnings.length > 0 && (
        <>
          <h2>{t('warnings.title')}</h2>
          <p>{t('warnings.text')}</p>
          <ProblemList consultationId={id} problems={warnings} kind="warning" />
        </>
      )}
    </>
  );
}

function Ask({ draftVersion, problems, mayAsk, refusal }: Data & WithRefusal) {
  const { t } = useTranslation('approval');
  if (!mayAsk) return <p>{t('ask.others')}</p>;
  if (problems.length > 0) return null;
  return (
    <>
      <h2>{t('ask.title')}</h2>
      <p>{t('ask.text')}</p>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="ask" />
        <input type="hidden" name="draftVersion" value={draftVersion} />
        <Button>{t('ask.button')}</Button>
      </HubForm>
    </>
  );
}

function Decide({ request, author, mayApprove, isFirstPerson, refusal }: Data & WithRefusal) {
  const { t } = useTranslation('approval');
  if (!request) return null;
  if (!mayApprove) return <p>{t('decide.waiting')}</p>;
  if (isFirstPerson) return <p>{t('decide.notYou', { author, name: request.requestedBy })}</p>;
  return (
    <>
      <h2>{t('decide.publish.title')}</h2>
      <p>{t('decide.publish.text')}</p>
      <DecisionForm kind="publish" requestId={request.id} refusal={refusal} />
    </>
  );
}
