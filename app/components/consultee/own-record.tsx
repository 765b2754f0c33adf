import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Conditions } from '~/components/consultees/conditions';
import { useMoments } from '~/components/consultees/use-moments';
import { ButtonLink } from '~/components/fields';
import { Text, useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import type { OwnPage } from '~/domain/consultee/own-page-queries.server';

/** What the hub has on record for this consultee: its own words, and after the deadline what came of them. */
export function OwnRecord({ page }: { page: OwnPage }) {
  return (
    <>
      {page.isOver && <Outcome page={page} />}
      <OwnWords page={page} />
    </>
  );
}

function Outcome({ page }: { page: OwnPage }) {
  const { t } = useTranslation('consultee');
  const { t: words } = useTranslation('silence');
  const at = useAt();
  const { decision, contest, document } = page;
  const isSilent = decision.outcome === 'did-not-object';
  return (
    <section>
      <h2>{t('outcome.title')}</h2>
      <Panel title={words(`outcome.${decision.outcome}`)}>
        <p>{t(`outcome.text.${decision.outcome}`)}</p>
        {decision.reason && <p>{words(`because.${decision.reason}`)}</p>}
      </Panel>
      {isSilent && (
        <blockquote>
          <Text of={document.silence?.proposition} original={document.originalLanguage} />
        </blockquote>
      )}
      {contest === 'possible' && (
        <>
          <p>{t('outcome.contest', { count: document.silence?.contestDays ?? 0 })}</p>
          <p>
            <ButtonLink href={at(href('/consultee/contest'))}>{t('contest.title')}</ButtonLink>
          </p>
        </>
      )}
      {(contest === 'open' || contest === 'over') && <p>{t(`outcome.contestState.${contest}`)}</p>}
      {document.silence && (
        <details>
          <summary>{t('outcome.conditions')}</summary>
          <Conditions conditions={decision.conditions} />
        </details>
      )}
    </section>
  );
}

function OwnWords({ page }: { page: OwnPage }) {
  const { t } = useTranslation('consultee');
  const { t: words } = useTranslation('silence');
  const moments = useMoments(page.zone);
  const { acknowledgedAt, replies, requests } = page;
  if (!acknowledgedAt && replies.length === 0 && requests.length === 0) return null;
  return (
    <section>
      <h2>{t('record.title')}</h2>
      <ul className="card-list">
        {acknowledgedAt && <li>{t('record.acknowledged', { time: moments.at(acknowledgedAt) })}</li>}
        {replies.map((reply) => (
          <li key={reply.id}>
            <h3>{words(`answer.${reply.kind}`)}</h3>
            <p className="soft">{t('record.received', { time: moments.at(reply.receivedAt) })}</p>
            {reply.text && (
              <blockquote className="written">
                <bdi>{reply.text}</bdi>
              </blockquote>
            )}
          </li>
        ))}
        {requests.map((request) => (
          <li key={request.id}>
            <h3>{t(`help.kinds.${request.kind}`)}</h3>
            <p className="soft">
              {t(request.fulfilledAt ? 'record.given' : 'record.asked', { time: moments.at(request.madeAt) })}
            </p>
            <blockquote className="written">
              <bdi>{request.text}</bdi>
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}
