import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/dashboard';
import { ButtonLink } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Pages, Panel } from '~/components/page-parts';
import { ConsultationCard, type CardProps } from '~/components/staff/consultation-card';
import type { ListedConsultation } from '~/domain/dashboard';
import {
  listLiveConsultations,
  listReportedConsultations,
} from '~/domain/dashboard/dashboard-queries.server';
import { deadlineParts, formatDay, instantParts } from '~/domain/deadline';
import { bodiesWith, isOfInfrastructure } from '~/domain/identity';
import type { Language } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { toInstant } from '~/platform/database/clock.server';
import { isUuid } from '~/platform/uuid';

/** What needs somebody's attention first comes first. */
const ORDER = ['overdue', 'closed', 'open', 'forthcoming', 'draft', 'following-up', 'reported'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { language } = context.get(requestFacts);
  const asked = new URL(request.url).searchParams.get('before') ?? undefined;
  const before = isUuid(asked) ? asked : undefined;
  const [live, reported] = await Promise.all([
    before ? [] : listLiveConsultations(actor),
    listReportedConsultations(actor, before),
  ]);
  const all = [...live, ...reported.consultations].map((consultation) => cardOf(consultation, language));
  return {
    groups: ORDER.map((state) => ({ state, cards: all.filter((card) => card.state === state) })).filter(
      (group) => group.cards.length > 0,
    ),
    nextBefore: reported.nextBefore,
    isLaterPage: before !== undefined,
    bodies: actor.memberships.map((membership) => membership.bodyName),
    mayWrite: bodiesWith(actor, 'write').length > 0,
    isInfrastructure: isOfInfrastructure(actor),
    isAdministrator: actor.isAdministrator,
  };
}

function cardOf(listed: ListedConsultation, language: Language): CardProps {
  const { id, title, originalLanguage, state, waiting } = listed;
  return { id, title, originalLanguage, state, waiting, when: whenOf(listed, language) };
}

/** The one date that matters next in each state. */
function whenOf(
  { state, opensAt, closesAt, feedbackOn, delayedTo, zone }: ListedConsultation,
  language: Language,
): CardProps['when'] {
  if (state === 'forthcoming' && opensAt) return instantParts(toInstant(opensAt), zone, language);
  if (state === 'open' && closesAt) return deadlineParts(toInstant(closesAt), zone, language);
  if (['closed', 'overdue'].includes(state) && feedbackOn) {
    const day = (promised: Date) => formatDay(promised.toISOString().slice(0, 10), language);
    return { date: day(feedbackOn), ...(delayedTo && { later: day(delayedTo) }) };
  }
  return {};
}

export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  const { t: network } = useTranslation('network');
  const { groups, nextBefore, isLaterPage, bodies, mayWrite, isInfrastructure, isAdministrator } = loaderData;
  return (
    <>
      <PageTitle>{t('dashboard.title')}</PageTitle>
      <div className="row title-row">
        <h1>{t('dashboard.title')}</h1>
        {mayWrite && (
          <a className="button" href={at('/officer/consultations/new')}>
            {t('dashboard.new')}
          </a>
        )}
      </div>
      {bodies.length === 0 && !isAdministrator && (
        <Panel tone="warning" title={t('dashboard.noBody.title')}>
          <p>{t('dashboard.noBody.text')}</p>
        </Panel>
      )}
      {bodies.length === 0 && isAdministrator && (
        <Panel title={t('dashboard.administrator.title')}>
          <p>{t('dashboard.administrator.text')}</p>
          <p>
            <ButtonLink href={at(href('/admin'))}>{t('bar.administration')}</ButtonLink>
          </p>
        </Panel>
      )}
      {bodies.length > 0 && <p className="soft">{t('dashboard.bodies', { bodies: bodies.join(', ') })}</p>}
      {isInfrastructure && groups.length === 0 && (
        <Panel title={network('list.title')}>
          <p>{network('list.lede')}</p>
          <p>
            <ButtonLink href={at(href('/network'))}>{network('list.title')}</ButtonLink>
          </p>
        </Panel>
      )}
      {bodies.length > 0 && groups.length === 0 && (
        <p className="lede">{t(mayWrite ? 'dashboard.emptyAuthor' : 'dashboard.empty')}</p>
      )}
      {groups.map(({ state, cards }) => (
        <section key={state} aria-labelledby={`state-${state}`}>
          <h2 id={`state-${state}`}>{t(`state.${state}`)}</h2>
          <ul className="card-list">
            {cards.map((card) => (
              <li key={card.id}>
                <ConsultationCard {...card} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pages
        first={isLaterPage ? at(href('/officer')) : undefined}
        next={nextBefore && `${at(href('/officer'))}?before=${nextBefore}`}
      />
    </>
  );
}
