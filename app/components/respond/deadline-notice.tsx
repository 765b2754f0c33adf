import { useTranslation } from '~/components/words';
import { Panel } from '../page-parts';
import type { StatedDeadline } from './frame';

/** Warns in the last hour, and says what happens now once the deadline has passed. */
export function DeadlineNotice({
  deadline,
  hasWords = true,
}: {
  deadline: StatedDeadline;
  /** Whether anything has been written yet. */
  hasWords?: boolean;
}) {
  const { t } = useTranslation('respond');
  const words = useDeadlineWords();
  if (deadline.left === undefined) return null;
  const isOver = deadline.left === 'over';
  const text = isOver ? (hasWords ? 'deadline.over.text' : 'deadline.over.startText') : 'deadline.nearText';
  const title = isOver
    ? t('deadline.over.title')
    : deadline.left === 0
      ? t('deadline.lastMinute')
      : t('deadline.near', { count: Number(deadline.left) });
  return (
    <Panel tone="warning" title={title}>
      <p>{t(text, { deadline: words(deadline) })}</p>
    </Panel>
  );
}

/** A deadline as people state it: "11:59pm on Sunday 29 March 2026 (UK time)". */
export function useDeadlineWords(): (deadline: Pick<StatedDeadline, 'time' | 'date' | 'zone'>) => string {
  const { t } = useTranslation('respond');
  return ({ time, date, zone }) =>
    zone === 'Europe/London'
      ? t('deadline.words', { time, date })
      : t('deadline.wordsElsewhere', { time, date, zone });
}
