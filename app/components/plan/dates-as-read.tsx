import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';
import { publishedTimes, type ConsultationDocument } from '~/domain/consultation';
import { calendarDaysBetween, FULL_PERIOD_DAYS } from '~/domain/deadline';
import { hasText } from '~/domain/translation';

/** How the saved days read to the public, and how long it is open; nothing where it would close before it opens. */
export function DatesAsRead({ document }: { document: ConsultationDocument }) {
  const { t } = useTranslation('plan');
  const { t: tPublic } = useTranslation('consultation');
  const { zone, opensOn, closesOn, postRule } = document.timetable;
  const say = useTimes(zone);
  const times = publishedTimes(document);
  if (!times || !opensOn || !closesOn) return null;
  if (Temporal.Instant.compare(times.closesAt, times.opensAt) <= 0) return null;
  const isExplained = hasText(document.timetable.shorterReasons, document.originalLanguage);
  const days = calendarDaysBetween(opensOn, closesOn);
  const lengthWords = (days: number) => {
    const weeks = Math.floor(days / 7);
    if (weeks < 2) return t('timetable.asRead.onlyDays', { count: days });
    return t(days % 7 === 0 ? 'timetable.asRead.weeks' : 'timetable.asRead.days', { days, weeks });
  };
  const post = say.deadline((times.postClosesAt ?? times.closesAt).toString());
  const last = times.postLastArrivalAt && say.deadline(times.postLastArrivalAt.toString()).date;
  const postmarked = last ? 'ways.postmarkedByArriving' : 'ways.postmarkedBy';
  return (
    <Panel title={t('timetable.asRead.title')}>
      <p>
        <strong>{tPublic('status.open', say.deadline(times.closesAt.toString()))}</strong>
        <br />
        {tPublic('status.forthcoming', say.instant(times.opensAt.toString()))}
        <br />
        {postRule === 'postmarked-by'
          ? tPublic(postmarked, { date: post.date, last })
          : tPublic('ways.receivedBy', post)}
      </p>
      {days > 0 && (
        <p>
          {lengthWords(days)}{' '}
          {t(`timetable.asRead.${days >= FULL_PERIOD_DAYS ? 'long' : isExplained ? 'explained' : 'short'}`)}
        </p>
      )}
    </Panel>
  );
}
