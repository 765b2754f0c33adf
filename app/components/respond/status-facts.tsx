import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Fate } from '~/domain/response';
import type { Language, Localized } from '~/domain/translation';
import { Text, useAt } from '../language';
import { Panel, SummaryList } from '../page-parts';
import { useDeadlineWords } from './deadline-notice';

type StatedTime = { time: string; date: string; zone: string };

/** A response as its respondent may see it. */
export type ShownResponse = {
  slug: string;
  title: Localized;
  originalLanguage: Language;
  reference: string;
  fate: Fate;
  isClosed: boolean;
  isLate: boolean;
  lateDecision: { reasons: string } | null;
  exclusion: { reason: string } | null;
  received: StatedTime;
  isReceivedDayOnly: boolean;
  withdrawn: StatedTime | null;
  /** By a changed answer, which was sent in its place. */
  isReplaced: boolean;
  deadline: StatedTime;
  feedbackOn: string | null;
  isReported: boolean;
};

const TONES: Partial<Record<Fate, 'good' | 'warning'>> = {
  counted: 'good',
  'late-considered': 'good',
  'late-undecided': 'warning',
};

/** When a response was received, whether it came in time, and whether it counts. */
export function StatusFacts({ traced }: { traced: ShownResponse }) {
  const { t } = useTranslation('your-response');
  const at = useAt();
  const words = useDeadlineWords();
  const { fate, received, withdrawn, deadline, isLate } = traced;
  const standing = shownFate(traced);
  const reasons = fate.startsWith('late') ? traced.lateDecision?.reasons : traced.exclusion?.reason;
  const row = (key: string, value: ReactNode) => ({ key: t(`status.${key}`), value });
  return (
    <>
      <Panel title={t(`fate.${standing}.short`)} tone={TONES[fate] ?? 'info'}>
        <p>
          {t(`fate.${standing}.text`, {
            deadline: words(deadline),
            withdrawn: withdrawn ? words(withdrawn) : '',
          })}
        </p>
        {reasons && (
          <>
            <p>{t('status.reasons')}</p>
            <blockquote>
              <bdi>{reasons}</bdi>
            </blockquote>
          </>
        )}
      </Panel>
      <SummaryList
        rows={[
          row(
            'consultation',
            <a href={at(href('/consultations/:slug', { slug: traced.slug }))}>
              <Text of={traced.title} original={traced.originalLanguage} />
            </a>,
          ),
          row(
            'reference',
            <span dir="ltr" lang="en">
              {traced.reference}
            </span>,
          ),
          row('received', traced.isReceivedDayOnly ? received.date : words(received)),
          row('deadline', t(isLate ? 'status.late' : 'status.inTime', { deadline: words(deadline) })),
        ]}
      />
      <p>
        {traced.isReported
          ? t('status.reported')
          : traced.feedbackOn
            ? t('status.feedback', { day: traced.feedbackOn })
            : t('status.feedbackSome')}
      </p>
    </>
  );
}

function shownFate({ fate, isClosed, isReplaced }: ShownResponse) {
  if (fate === 'counted' && !isClosed) return 'will-be-counted';
  return fate === 'withdrawn' && isReplaced ? 'replaced' : fate;
}
