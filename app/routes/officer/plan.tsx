import { useTranslation } from '~/components/words';
import { redirect, useActionData } from 'react-router';
import type { Route } from './+types/plan';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { pageAfter } from '~/components/plan/page-after';
import { PlanAsWritten } from '~/components/plan/plan-as-written';
import { PartProblems } from '~/components/plan/part-problems';
import { PlanParts } from '~/components/plan/plan-parts';
import { SectionForm } from '~/components/plan/section-form';
import { addressIn } from '~/domain/translation';
import {
  hasNoDays,
  isPlanSection,
  newDocument,
  PLAN_FORMS,
  PLAN_SECTIONS,
  publishingProblems,
  suggestTimetable,
  type ConsultationDocument,
  type PlanSection,
  type Problem,
} from '~/domain/consultation';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { saveDraft } from '~/domain/consultation/save-draft.server';
import { localDayOf } from '~/domain/deadline';
import { notFound } from '~/domain/hub-error';
import { can } from '~/domain/identity';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { hubNow } from '~/platform/database/clock.server';

function sectionOf(params: { section?: string | undefined }): PlanSection {
  const section = params.section ?? PLAN_SECTIONS[0];
  if (!isPlanSection(section)) throw notFound();
  return section;
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, document } = await readDraft(actor, params.id);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const section = sectionOf(params);
  const now = await hubNow();
  const problems = publishingProblems(document, { now });
  return {
    id: params.id,
    section,
    document,
    draftVersion: consultation.draftVersion,
    isPublished: consultation.publishedAt !== null,
    mayWrite: can(actor, 'write', bodyIds),
    problems,
    problemsHere: problemsWithin(section, document, problems),
    suggested: hasNoDays(document.timetable)
      ? suggestTimetable(localDayOf(now, consultation.zone), document.timetable.nation)
      : undefined,
  };
}

/** What is to be done in a part of which something is written; one not begun need not be told all that it lacks. */
function problemsWithin(section: PlanSection, document: ConsultationDocument, problems: readonly Problem[]) {
  const within = (some: readonly Problem[]) => some.filter((problem) => problem.section === section);
  const codesOf = (some: readonly Problem[]) =>
    within(some)
      .map(({ code }) => code)
      .join();
  const unwritten = publishingProblems(newDocument(document.title, document.originalLanguage));
  return codesOf(problems) === codesOf(unwritten) ? [] : within(problems);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const section = sectionOf(params);
  const { consultation } = await readDraft(actor, params.id, 'write');
  const form = await parseForm(request, PLAN_FORMS[section]);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { draftVersion, intent, change } = form.value;
    let changed: ConsultationDocument | undefined;
    await saveDraft(actor, {
      consultationId: consultation.id,
      draftVersion,
      part: `plan.${section}`,
      change: (document) => (changed = change(document)),
    });
    const base = addressIn(context.get(requestFacts).language, `/officer/consultations/${consultation.id}`);
    return redirect(base + pageAfter(section, intent, changed), 303);
  });
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('plan');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, section, document, draftVersion, isPublished, mayWrite, problems, suggested } = loaderData;
  // What was typed into a form that came too late is shown again, to be copied.
  const isOpenToChange = (mayWrite && !isPublished) || refusal !== undefined;
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t(`sections.${section}`)}</PageTitle>
      <BackLink href={at(`/officer/consultations/${id}`)}>{t('page.back')}</BackLink>
      <div className="columns">
        <div>
          <p className="steps">
            {t('page.step', { number: PLAN_SECTIONS.indexOf(section) + 1, count: PLAN_SECTIONS.length })}
          </p>
          <h1>{t(`sections.${section}`)}</h1>
          {isPublished && (
            <Panel title={t('page.frozen.title')}>
              <p>{t('page.frozen.text')}</p>
            </Panel>
          )}
          {isOpenToChange && !refusal && (
            <PartProblems consultationId={id} problems={loaderData.problemsHere} />
          )}
          {isOpenToChange ? (
            <SectionForm
              section={section}
              document={document}
              draftVersion={draftVersion}
              suggested={suggested}
              refusal={refusal}
            />
          ) : (
            <PlanAsWritten section={section} document={document} />
          )}
        </div>
        <PlanParts id={id} current={section} problems={isPublished ? [] : problems} />
      </div>
    </>
  );
}
