import { useTranslation } from '~/components/words';
import { useActionData } from 'react-router';
import type { Route } from './+types/start';
import { ErrorSummary, PageTitle } from '~/components/form';
import { Text } from '~/components/language';
import { Note } from '~/components/respond/answering-page';
import { BeforeYouStart } from '~/components/respond/before-you-start';
import { ClearComputer } from '~/components/respond/clear-computer';
import { DeadlineNotice } from '~/components/respond/deadline-notice';
import { statedDeadline } from '~/components/respond/frame';
import { offerOf } from '~/components/respond/offer';
import { OtherLanguages, OtherWays } from '~/components/respond/other-ways';
import { StartChoice } from '~/components/respond/start-choice';
import { StartFacts } from '~/components/respond/start-facts';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';
import { instantParts } from '~/domain/deadline';
import { notFound } from '~/domain/hub-error';
import { requestFacts } from '~/middleware/context';
import { attempt, readForm, typedIn } from '~/middleware/forms.server';
import { findDraft, startAnswer } from '~/middleware/start-answer.server';

/** What somebody needs to know before answering. */
export async function loader(args: Route.LoaderArgs) {
  const { slug, state, document, zone, now, opensAt, closesAt, isHeldElsewhere } =
    await publishedConsultation(args.params.slug);
  if (isHeldElsewhere || !opensAt || !closesAt) throw notFound();
  const { language } = args.context.get(requestFacts);
  return {
    slug,
    state,
    offer: offerOf(document),
    opens: { ...instantParts(Temporal.Instant.from(opensAt), zone, language), zone },
    deadline: statedDeadline(new Date(closesAt), new Date(now), zone, language),
    via: new URL(args.request.url).searchParams.get('via') ?? undefined,
    found: await findDraft(args),
  };
}

export async function action(args: Route.ActionArgs) {
  const { fields } = await readForm(args.request);
  return attempt({ typed: typedIn(fields) }, () => startAnswer(args, fields));
}

export default function Start({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const refusal = useActionData<typeof action>();
  const { slug, state, offer, deadline, found } = loaderData;
  const { title, originalLanguage: original } = offer;
  const isReported = state === 'reported' || state === 'following-up';
  const canAnswer = state !== 'forthcoming' && !isReported;
  // What was begun, or cannot be, comes before what one needs to know to start.
  const isSettled = !canAnswer || found?.kind === 'unsent';
  const choice = (
    <StartChoice {...loaderData} original={original} canAnswer={canAnswer} isReported={isReported} />
  );
  return (
    <div className="answering">
      <PageTitle isRefused={!!refusal}>{t('start.title')}</PageTitle>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <p className="eyebrow">{t('start.eyebrow')}</p>
      <h1>
        <Text of={title} original={original} />
      </h1>
      <Note />
      {canAnswer && <DeadlineNotice deadline={deadline} hasWords={found?.kind === 'unsent'} />}
      {isSettled && choice}
      <StartFacts {...loaderData} />
      {canAnswer && <BeforeYouStart months={offer.retentionMonths} />}
      {!isSettled && choice}
      {state === 'open' && <OtherWays replies={offer.replies} />}
      {canAnswer && <OtherLanguages languages={offer.languages} />}
      <ClearComputer slug={slug} fate={found?.kind === 'unsent' && found.hasLink ? 'linked' : 'unsent'} />
    </div>
  );
}
