import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ButtonLink } from '~/components/fields';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import type { StaffRegister } from '~/domain/consultee/consultee-queries.server';

/** What waits for somebody to do it, the most pressing as the one button. */
export function NextSteps({
  id,
  register,
  lettersDue,
}: {
  id: string;
  register: StaffRegister;
  /** To consultees, and those to respondents on the report. */
  lettersDue: number;
}) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const { rights, isPublished, isOver, awaitingFirst, awaitingFresh, consultees } = register;
  const send = at(href('/officer/consultations/:id/consultees/send', { id }));
  const letters = at(href('/officer/consultations/:id/consultees/letters', { id }));
  const canSend = rights.write && isPublished && !isOver;
  const steps = [
    canSend &&
      awaitingFresh > 0 && {
        href: `${send}?round=fresh-notice`,
        label: t('next.fresh', { count: awaitingFresh }),
      },
    canSend && awaitingFirst > 0 && { href: send, label: t('next.first', { count: awaitingFirst }) },
    rights.record && lettersDue > 0 && { href: letters, label: t('next.letters', { count: lettersDue }) },
  ].filter((step) => step !== false);
  const waiting = consultees.flatMap(({ id: consulteeId, name, requests, contests }) =>
    [
      requests.some(({ fulfilledAt }) => !fulfilledAt) && ('request' as const),
      contests.some(({ decidedAt }) => !decidedAt) && ('contest' as const),
    ]
      .filter((what) => what !== false)
      .map((what) => ({ consulteeId, name, what })),
  );
  return (
    <>
      {!isPublished && (
        <Panel>
          <p>{t('next.afterPublishing')}</p>
        </Panel>
      )}
      {waiting.length > 0 && (
        <Panel tone="warning" title={t('next.waiting')}>
          <ul>
            {waiting.map(({ consulteeId, name, what }) => (
              <li key={`${consulteeId} ${what}`}>
                <a href={at(href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId }))}>
                  <bdi>{name}</bdi>
                </a>
                {': '}
                {t(`next.${what}`)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {steps.length > 0 && (
        <p className="row">
          {steps.map((step, index) => (
            <ButtonLink key={step.href} href={step.href} kind={index === 0 ? 'primary' : 'secondary'}>
              {step.label}
            </ButtonLink>
          ))}
        </p>
      )}
    </>
  );
}
