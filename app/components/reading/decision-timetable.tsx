import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { Paragraphs, Text } from '~/components/language';
import { SummaryList } from '~/components/page-parts';
import type { PublicConsultation } from '~/domain/consultation';
import { isWritten, TextSection } from './text-section';
import { useTimes } from './use-times';

/** When what happens, who decides, and the promised day of feedback (requirements P9, P17, F5). */
export function DecisionTimetable({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const { document, opensAt, closesAt, feedbackOn, publishedAt, zone } = consultation;
  const { timetable, originalLanguage: original } = document;
  const times = useTimes(zone);
  const { considerFromOn: from, considerUntilOn: until, decisionOn } = timetable;

  const rows: { key: string; value: ReactNode }[] = [];
  const row = (key: string, value: ReactNode) => rows.push({ key: t(`timetable.${key}`), value });
  if (publishedAt && !consultation.isHeldElsewhere) row('published', times.dayOf(publishedAt));
  if (opensAt) row('opens', t('timetable.at', times.instant(opensAt)));
  if (closesAt) row('closes', t('timetable.at', times.deadline(closesAt)));
  if (from && until) {
    row('consider', t('timetable.fromUntil', { from: times.day(from), until: times.day(until) }));
  }
  if (isWritten(timetable.decisionMaker)) {
    row('decisionMaker', <Text of={timetable.decisionMaker} original={original} />);
  }
  if (isWritten(timetable.howDeciderTookPart)) {
    row('tookPart', <Text of={timetable.howDeciderTookPart} original={original} />);
  }
  if (decisionOn) row('decision', times.day(decisionOn));
  if (feedbackOn) row('feedback', times.day(feedbackOn));
  const [delay] = consultation.delays;
  if (delay) row('feedbackNow', times.day(delay.promisedOn));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="timetable">
      <h2 id="timetable">{t('timetable.title')}</h2>
      <SummaryList rows={rows} />
      <TextSection title={t('timetable.shorter')} of={timetable.shorterReasons} original={original} />
      {isWritten(document.feedbackPlan) && (
        <>
          <h3>{t('timetable.feedbackPlan')}</h3>
          <Paragraphs of={document.feedbackPlan} original={original} />
        </>
      )}
    </section>
  );
}
