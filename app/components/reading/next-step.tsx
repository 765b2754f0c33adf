import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ButtonLink } from '~/components/fields';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import type { PublicConsultation } from '~/domain/consultation';
import { useTimes } from './use-times';

/** The one thing to do next with a consultation, by how it stands. `via` is the code of the link that led here. */
export function NextStep({
  consultation,
  via,
}: {
  consultation: PublicConsultation;
  via: string | undefined;
}) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const times = useTimes(consultation.zone);
  const { slug, state, opensAt, closesAt, postOpenUntil, feedbackOn, reportedAt, openPromises } =
    consultation;
  const [delay] = consultation.delays;
  if (consultation.isHeldElsewhere && !reportedAt) {
    return (
      <Panel title={t('next.elsewhere.title')}>
        <p>{t('next.elsewhere.text')}</p>
      </Panel>
    );
  }
  switch (state) {
    case 'forthcoming':
      return (
        <Panel title={opensAt ? t('next.forthcoming.title', times.instant(opensAt)) : t('status.undated')}>
          <p>{t('next.forthcoming.text')}</p>
          <p>
            <ButtonLink href={at(href('/consultations/:slug/questions', { slug }))} kind="secondary">
              {t('questions.link')}
            </ButtonLink>
          </p>
        </Panel>
      );
    case 'open':
      return (
        <Panel tone="good" title={t('next.open.title')}>
          {closesAt && (
            <p>
              <strong>{t('status.open', times.deadline(closesAt))}</strong>
            </p>
          )}
          <p>{t('next.open.text')}</p>
          <p>
            <ButtonLink href={at(href('/respond/:slug', { slug })) + (via ? `?via=${via}` : '')}>
              {t('next.open.answer')}
            </ButtonLink>
          </p>
        </Panel>
      );
    case 'closed':
    case 'overdue':
      return (
        <Panel
          tone={state === 'overdue' ? 'warning' : 'info'}
          title={t(`next.${postOpenUntil ? 'postOpen' : state}.title`)}
        >
          {closesAt && (
            <p>{t(postOpenUntil ? 'next.postOpen.text' : 'status.closed', times.deadline(closesAt))}</p>
          )}
          {postOpenUntil && (
            <p>
              <strong>{t('status.postOpen', times.deadline(postOpenUntil))}</strong>{' '}
              <a href="#ways">{t('next.postOpen.link')}</a>
            </p>
          )}
          {feedbackOn && <p>{t(`next.${state}.promise`, { date: times.day(feedbackOn) })}</p>}
          {delay && (
            <p>
              <strong>{t('next.delayed', { date: times.day(delay.promisedOn) })}</strong>{' '}
              <a href="#delays">{t('delay.link')}</a>
            </p>
          )}
        </Panel>
      );
    case 'reported':
    case 'following-up':
      return (
        <Panel title={t('next.reported.title')}>
          {reportedAt && <p>{t('next.reported.text', { date: times.dayOf(reportedAt) })}</p>}
          {openPromises > 0 && <p>{t('next.reported.promises', { count: openPromises })}</p>}
          <p>
            <ButtonLink href={at(href('/consultations/:slug/report', { slug }))}>
              {t('next.reported.read')}
            </ButtonLink>
          </p>
        </Panel>
      );
  }
}
