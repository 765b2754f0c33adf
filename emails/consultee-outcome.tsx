import type { MessageTemplate } from './message';
import { Proposition, type NoticeProps } from './notice-parts';
import { LinkButton, Paragraph, Title } from './parts';
import { deadlineWords } from './stated-time';

/** To a silent consultee after the deadline: what was recorded, and how to contest it (requirements D8). */
export const consulteeOutcome: MessageTemplate<NoticeProps> = (notice, context) => {
  const { t } = context;
  const { title, closesAt, zone, silence, outcome } = notice.content;
  const recorded = outcome?.outcome ?? 'silence-not-applied';
  const isRecordedAsSilent = recorded === 'did-not-object';
  const why = outcome?.endedByObjection ? 'endedByObjection' : recorded;
  const hasAnswered = ['support', 'objection', 'other-answer'].includes(recorded);
  const heading = isRecordedAsSilent ? 'recorded' : hasAnswered ? 'answered' : 'nothing';
  return {
    subject: t(outcome?.isCorrection ? 'outcome.correction.subject' : 'outcome.subject', {
      title: title.text,
    }),
    body: (
      <>
        <Title>{t(`outcome.title.${heading}`)}</Title>
        {outcome?.isCorrection && <Paragraph>{t('outcome.correction.text')}</Paragraph>}
        <Paragraph>
          {t(`outcome.text.${why}`, {
            name: notice.consulteeName,
            title: title.text,
            deadline: deadlineWords({ at: closesAt, zone }, context),
          })}
        </Paragraph>
        {isRecordedAsSilent && <Proposition notice={notice} context={context} />}
        {isRecordedAsSilent && silence && (
          <>
            <Paragraph>{t('outcome.honest')}</Paragraph>
            <Paragraph>{t('outcome.contest', { count: silence.contestDays })}</Paragraph>
          </>
        )}
        <LinkButton href={notice.link}>
          {t(isRecordedAsSilent ? 'outcome.openToContest' : 'outcome.open')}
        </LinkButton>
      </>
    ),
  };
};
