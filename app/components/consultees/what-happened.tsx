import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import type { StaffConsulteePage } from '~/domain/consultee/consultee-queries.server';
import { useMoments } from './use-moments';

type HappenedProps = Pick<StaffConsulteePage, 'zone' | 'rights' | 'consultee'> & {
  ids: { id: string; consulteeId: string };
};

/** Everything else that happened to a consultee, each kind under its heading; what is empty is left out. */
export function WhatHappened(props: HappenedProps) {
  return (
    <>
      <Replies {...props} />
      <Requests {...props} />
      <Extensions {...props} />
      <Contests {...props} />
      <Recorded {...props} />
    </>
  );
}

function Replies({ zone, consultee }: HappenedProps) {
  const { t } = useTranslation('consultees');
  const { t: words } = useTranslation('silence');
  const moments = useMoments(zone);
  if (consultee.replies.length === 0) return null;
  return (
    <section>
      <h2>{t('happened.replies')}</h2>
      <ul className="card-list">
        {consultee.replies.map((reply) => (
          <li key={reply.id}>
            <h3>{words(`answer.${reply.kind}`)}</h3>
            <p className="soft">
              {t('happened.received', {
                time: moments.at(reply.receivedAt),
                channel: t(`channel.${reply.channel}`),
              })}{' '}
              {reply.receivedEvidence && t('happened.evidence', { words: reply.receivedEvidence })}{' '}
              {reply.arrival && t('happened.arrival', { number: reply.arrival.number })}
            </p>
            {reply.isLate && <p>{t('happened.late')}</p>}
            {reply.kind === 'objection' && (
              <p>{t(reply.mayBeNamed ? 'happened.mayBeNamed' : 'happened.notNamed')}</p>
            )}
            {reply.text && (
              <blockquote className="written">
                <bdi>{reply.text}</bdi>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Requests({ ids, zone, rights, consultee }: HappenedProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const moments = useMoments(zone);
  if (consultee.requests.length === 0) return null;
  return (
    <section>
      <h2>{t('happened.requests')}</h2>
      <ul className="card-list">
        {consultee.requests.map((request) => (
          <li key={request.id}>
            <h3>{t(`requestKind.${request.kind}`)}</h3>
            <blockquote className="written">
              <bdi>{request.text}</bdi>
            </blockquote>
            <p className="soft">{t('happened.asked', { time: moments.at(request.madeAt) })}</p>
            {request.fulfilledAt && (
              <p>
                {t('happened.fulfilled', { time: moments.at(request.fulfilledAt), how: request.how ?? '' })}
              </p>
            )}
            {!request.fulfilledAt && !rights.record && <p>{t('happened.unfulfilled')}</p>}
            {!request.fulfilledAt && rights.record && (
              <p>
                <a
                  href={at(
                    href('/officer/consultations/:id/consultees/:consulteeId/requests/:requestId', {
                      ...ids,
                      requestId: request.id,
                    }),
                  )}
                >
                  {t('happened.fulfil')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Extensions({ zone, consultee }: HappenedProps) {
  const { t } = useTranslation('consultees');
  const moments = useMoments(zone);
  if (consultee.extensions.length === 0) return null;
  return (
    <section>
      <h2>{t('happened.extensions')}</h2>
      <ul>
        {consultee.extensions.map((extension) => (
          <li key={extension.id}>
            {t('happened.extension', {
              until: moments.deadline(extension.until.toISOString()),
              time: moments.at(extension.grantedAt),
            })}{' '}
            <bdi>{extension.reasons}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contests({ zone, consultee }: HappenedProps) {
  const { t } = useTranslation('consultees');
  const moments = useMoments(zone);
  if (consultee.contests.length === 0) return null;
  return (
    <section>
      <h2>{t('happened.contests')}</h2>
      <ul className="card-list">
        {consultee.contests.map((contest) => (
          <li key={contest.id}>
            <p className="soft">{t('happened.contested', { time: moments.at(contest.madeAt) })}</p>
            <blockquote className="written">
              <bdi>{contest.reasons}</bdi>
            </blockquote>
            {contest.decidedAt ? (
              <>
                <p>
                  {t(contest.isUpheld ? 'happened.upheld' : 'happened.notUpheld', {
                    time: moments.at(contest.decidedAt),
                  })}
                </p>
                <blockquote className="written">
                  <bdi>{contest.note}</bdi>
                </blockquote>
              </>
            ) : (
              <p>{t('happened.undecided')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recorded({ zone, consultee }: HappenedProps) {
  const { t } = useTranslation('consultees');
  const { t: words } = useTranslation('silence');
  const moments = useMoments(zone);
  if (consultee.outcomes.length === 0) return null;
  return (
    <section>
      <h2>{t('happened.recorded')}</h2>
      <ol>
        {consultee.outcomes.map((recorded) => (
          <li key={recorded.id}>
            {words(`outcome.${recorded.outcome}`)} ({moments.at(recorded.decidedAt)})
          </li>
        ))}
      </ol>
    </section>
  );
}
