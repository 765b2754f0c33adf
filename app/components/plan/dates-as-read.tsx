import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';
import { publishedTimes, type ConsultationDocument } from '~/domain/consultation';
import { calendarDaysBetween, FULL_PERIOD_DAYS } from '~/domain/deadline';

/** How the saved days read to the public, and how long the consultation is open. */
export function DatesAsRead({ document }: { document: ConsultationDocument }) {
  const { t } = useTranslation('plan');
  const { t: tPublic } = useTranslation('consultation');
  const { zone, opensOn, closesOn, postRule } = document.timetable;
  const say = useTimes(zone);
  const times = publishedTimes(document);
  if (!times || !opensOn || !closesOn) return null;
  const days = calendarDaysBetween(opensOn, closesOn);
  const post = (times.postClosesAt ?? times.closesAt).toString();
  return (
    <Panel title={t('timetable.asRead.title')}>
      <p>
        <strong>{tPublic('status.open', say.deadline(times.closesAt.toString()))}</strong>
        <br />
        {tPublic('status.forthcoming', say.instant(times.opensAt.toString()))}
        <br />
        {postRule === 'postmarked-by'
          ? tPublic('ways.postmarkedBy', { date: say.deadline(post).date })
          : tPublic('ways.receivedBy', say.deadline(post))}
      </p>
      {days > 0 && (
        <p>
          {days % 7 === 0
            ? t('timetable.asRead.weeks', { days, weeks: days / 7 })
            : t('timetable.asRead.days', { days, weeks: Math.floor(days / 7) })}{' '}
          {t(days < FULL_PERIOD_DAYS ? 'timetable.asRead.short' : 'timetable.asRead.long')}
        </p>
      )}
    </Panel>
  );
}
