import { useTranslation } from '~/components/words';
import { Paragraphs } from '~/components/language';
import type { PublicDelay } from '~/domain/consultation';
import type { Language } from '~/domain/translation';
import { useTimes } from './use-times';

/** Why feedback is late, each time with the day that was promised before and the new one; the latest first. */
export function Delays({
  delays,
  feedbackOn,
  zone,
  original,
}: {
  delays: readonly PublicDelay[];
  /** The first promise, YYYY-MM-DD. */
  feedbackOn: string | null;
  zone: string;
  original: Language;
}) {
  const { t } = useTranslation('consultation');
  const times = useTimes(zone);
  if (delays.length === 0) return null;
  return (
    <section aria-labelledby="delays">
      <h2 id="delays">{t('delay.title')}</h2>
      <ol className="card-list">
        {delays.map(({ reason, promisedOn, statedAt }, index) => {
          const before = delays[index + 1]?.promisedOn ?? feedbackOn;
          return (
            <li key={promisedOn}>
              <h3>{t('delay.on', { date: times.dayOf(statedAt) })}</h3>
              <Paragraphs of={reason} original={original} />
              {before && <p>{t('delay.from', { before: times.day(before), date: times.day(promisedOn) })}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
