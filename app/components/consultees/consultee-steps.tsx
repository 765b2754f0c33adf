import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ButtonLink } from '~/components/fields';
import { useAt } from '~/components/language';
import type { StaffConsulteePage } from '~/domain/consultee/consultee-queries.server';

type StepsProps = StaffConsulteePage & { ids: { id: string; consulteeId: string } };

/** What the person can do with this consultee now. */
export function ConsulteeSteps({ ids, rights, contestToDecide, isPublished, isOver, consultee }: StepsProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const isPresent = !consultee.withdrewAt;
  const hasNotices = consultee.notices.length > 0;
  const isSilent = consultee.decision?.outcome === 'did-not-object';
  const steps = [
    rights.record &&
      isPublished && {
        to: href('/officer/consultations/:id/consultees/:consulteeId/reply', ids),
        label: t('steps.reply'),
      },
    rights.record &&
      isPresent && {
        to: href('/officer/consultations/:id/consultees/:consulteeId/request', ids),
        label: t('steps.request'),
      },
    rights.write &&
      isPublished &&
      isPresent &&
      (!isOver || hasNotices) && {
        to: href('/officer/consultations/:id/consultees/:consulteeId/notice', ids),
        label: t('steps.notice'),
      },
    rights.decide &&
      isPublished &&
      isPresent &&
      !isOver && {
        to: href('/officer/consultations/:id/consultees/:consulteeId/extension', ids),
        label: t('steps.extension'),
      },
    rights.record &&
      isSilent && {
        to: href('/officer/consultations/:id/consultees/:consulteeId/contest', ids),
        label: t('steps.contest'),
      },
    rights.record && {
      to: href('/officer/consultations/:id/consultees/:consulteeId/edit', ids),
      label: t('steps.edit'),
    },
    rights.record &&
      isPresent && {
        to: href('/officer/consultations/:id/consultees/:consulteeId/withdrawal', ids),
        label: t('steps.withdrawal'),
      },
  ].filter((step) => step !== false);
  const request = rights.record && consultee.requests.find(({ fulfilledAt }) => !fulfilledAt);
  if (steps.length === 0 && !contestToDecide) return null;
  return (
    <nav aria-label={t('steps.label')}>
      <p className="row">
        {contestToDecide && (
          <ButtonLink
            href={at(
              href('/officer/consultations/:id/consultees/:consulteeId/contests/:contestId', {
                ...ids,
                contestId: contestToDecide,
              }),
            )}
          >
            {t('happened.decide')}
          </ButtonLink>
        )}
        {request && (
          <ButtonLink
            href={at(
              href('/officer/consultations/:id/consultees/:consulteeId/requests/:requestId', {
                ...ids,
                requestId: request.id,
              }),
            )}
          >
            {t('happened.fulfil')}
          </ButtonLink>
        )}
      </p>
      <ul className="step-links">
        {steps.map((step) => (
          <li key={step.to}>
            <a href={at(step.to)}>{step.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
