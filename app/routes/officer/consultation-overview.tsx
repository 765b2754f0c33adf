import { useTranslation } from '~/components/words';
import type { Route } from './+types/consultation-overview';
import { PageTitle } from '~/components/form';
import { useLanguage } from '~/components/language';
import { KeyDates } from '~/components/plan/key-dates';
import { NextStepPanel } from '~/components/plan/next-step-panel';
import { PartList } from '~/components/plan/part-list';
import { useTimes } from '~/components/reading/use-times';
import { StaffLink } from '~/components/staff/staff-link';
import { latestLink } from '~/domain/audit/index.server';
import { nextStepOf, publishedTimes, stateOf } from '~/domain/consultation';
import { listWaitingRequests, readPreparation } from '~/domain/consultation/consultation-queries.server';
import { countOpenPromises } from '~/domain/consultation/promise-queries.server';
import { localDayOf } from '~/domain/deadline';
import { countLateEntries } from '~/domain/late-entry/late-queries.server';
import { isToTranslate, promisedDay } from '~/domain/feedback';
import { listDelays } from '~/domain/feedback/delay-queries.server';
import { readReportToTranslate } from '~/domain/feedback/report-words-queries.server';
import { can } from '~/domain/identity';
import { localize } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, document, now, problems, request } = await readPreparation(actor, params.id);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const mayDecideLate = consultation.publishedAt !== null && can(actor, 'decide-late', bodyIds);
  const mayWrite = can(actor, 'write', bodyIds);
  const onlyTranslates = consultation.publishedAt !== null && can(actor, 'translate', bodyIds) && !mayWrite;
  const [waiting, link, openPromises, delays, late, toTranslate] = await Promise.all([
    listWaitingRequests(params.id),
    latestLink(params.id),
    consultation.reportedAt ? countOpenPromises(params.id) : 0,
    listDelays(params.id),
    mayDecideLate ? countLateEntries(params.id) : undefined,
    onlyTranslates ? readReportToTranslate(params.id) : undefined,
  ]);
  const state = stateOf({ ...consultation, openPromises }, now);
  const promised = promisedDay(consultation.feedbackOn, delays);
  return {
    id: params.id,
    document,
    state,
    problems,
    next: nextStepOf({
      state,
      problems,
      draftVersion: consultation.draftVersion,
      request,
      mayWrite,
      mayRegister: can(actor, 'register', bodyIds),
      mayRead: can(actor, 'read', bodyIds),
      mayReport: can(actor, 'report', bodyIds),
      hasReportToTranslate:
        toTranslate !== undefined && isToTranslate(toTranslate.translatable, toTranslate.records),
      lateToDecide: late?.undecided ?? 0,
      isPromiseMissed: promised !== undefined && localDayOf(now, consultation.zone) > promised,
      mayDecide:
        can(actor, 'approve', bodyIds) && !request?.barred.some(({ userId }) => userId === actor.userId),
    }),
    feedbackNowOn: delays[0]?.promisedOn,
    otherRequests: waiting.filter((kind) => kind !== 'publish'),
    latestLink: link && { number: link.number, hash: link.hash },
  };
}

/** Where a consultation stands: what is done, what is missing, and the one next step. */
export default function ConsultationOverview({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const { id, document, state, problems, next, feedbackNowOn, otherRequests } = loaderData;
  const say = useTimes(document.timetable.zone);
  const promisedOn = feedbackNowOn ?? document.timetable.feedbackOn;
  const times = publishedTimes(document);
  const values = {
    opens: times ? say.instant(times.opensAt.toString()).date : '',
    closes: times ? say.deadline(times.closesAt.toString()).date : '',
    feedback: promisedOn ? say.day(promisedOn) : '',
  };
  return (
    <>
      <PageTitle>{localize(document.title, language, document.originalLanguage).text}</PageTitle>
      <h1>{t('overview.title')}</h1>
      <NextStepPanel consultationId={id} next={next} values={values} />
      {otherRequests.map((kind) => (
        <p key={kind}>
          <StaffLink to={`/officer/consultations/${id}/${kind === 'correction' ? 'corrections' : 'report'}`}>
            {t(`overview.waiting.${kind === 'correction' ? 'correction' : 'report'}`)}
          </StaffLink>
        </p>
      ))}
      <div className={state === 'draft' ? 'columns' : undefined}>
        {state === 'draft' && (
          <div>
            <h2>{t('overview.parts')}</h2>
            <PartList consultationId={id} document={document} problems={problems} />
          </div>
        )}
        <div>
          <h2>{t('overview.keyDates')}</h2>
          <KeyDates document={document} feedbackNowOn={feedbackNowOn} />
        </div>
      </div>
      {loaderData.latestLink && (
        <>
          <h2>{t('overview.trail')}</h2>
          <details>
            <summary>{t('overview.latestLink', { number: loaderData.latestLink.number })}</summary>
            <p>
              <code>{loaderData.latestLink.hash}</code>
            </p>
          </details>
        </>
      )}
    </>
  );
}
