import { useTranslation } from '~/components/words';
import { SummaryList } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';
import { publishedTimes, type ConsultationDocument } from '~/domain/consultation';

/** The days that matter, as planned or as published, and the day on which late feedback is promised now (YYYY-MM-DD). */
export function KeyDates({
  document,
  feedbackNowOn,
}: {
  document: ConsultationDocument;
  feedbackNowOn?: string | undefined;
}) {
  const { t } = useTranslation('plan');
  const { t: tPublic } = useTranslation('consultation');
  const { zone, considerFromOn, considerUntilOn, decisionOn, feedbackOn } = document.timetable;
  const say = useTimes(zone);
  const times = publishedTimes(document);
  const at = (parts: { time: string; date: string; zone: string }) => tPublic('timetable.at', parts);
  const rows = [
    { key: 'opens', value: times && at(say.instant(times.opensAt.toString())) },
    { key: 'closes', value: times && at(say.deadline(times.closesAt.toString())) },
    { key: 'post', value: times?.postClosesAt && at(say.deadline(times.postClosesAt.toString())) },
    {
      key: 'consider',
      value:
        considerFromOn &&
        considerUntilOn &&
        tPublic('timetable.fromUntil', {
          from: say.day(considerFromOn),
          until: say.day(considerUntilOn),
        }),
    },
    { key: 'decision', value: decisionOn && say.day(decisionOn) },
    { key: 'feedback', value: feedbackOn && say.day(feedbackOn) },
    { key: 'feedbackNow', value: feedbackNowOn && say.day(feedbackNowOn) },
  ].filter(({ value }) => value);
  if (rows.length === 0) return <p className="soft">{t('overview.noDates')}</p>;
  return <SummaryList rows={rows.map(({ key, value }) => ({ key: t(`overview.dates.${key}`), value }))} />;
}
