import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { SummaryList, Tag } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';
import { ProblemWords } from './problem-words';

export type ProblemFacts = {
  id: string;
  text: string;
  language: string;
  hasEmail: boolean;
  reportedAt: string;
  reply: string | null;
  publicText: string | null;
  repliedAt: string | null;
};

/** One reported problem in the list for staff, with its reply or the way to write one. */
export function ProblemCard({
  problem,
  consultationId,
  zone,
  mayReply,
}: {
  problem: ProblemFacts;
  consultationId: string;
  zone: string;
  mayReply: boolean;
}) {
  const { t } = useTranslation('problems');
  const at = useAt();
  const times = useTimes(zone);
  const { id, repliedAt, publicText, reply, reportedAt } = problem;
  const page = href('/officer/consultations/:id/problems/:problem', { id: consultationId, problem: id });
  return (
    <>
      <p>
        {repliedAt ? (
          <Tag tone="good">{t('officer.replied', { date: times.dayOf(repliedAt) })}</Tag>
        ) : (
          <Tag tone="warning">{t('officer.waiting')}</Tag>
        )}
      </p>
      <ProblemWords problem={problem} zone={zone} />
      {repliedAt && (
        <SummaryList
          rows={[
            { key: t('officer.shown'), value: publicText },
            { key: t('officer.replyOf'), value: reply },
          ]}
        />
      )}
      {!repliedAt && mayReply && (
        <p>
          <a href={at(page)}>{t('officer.replyTo', times.instant(reportedAt))}</a>
        </p>
      )}
      {!repliedAt && !mayReply && <p>{t('officer.mayNotReply')}</p>}
    </>
  );
}
