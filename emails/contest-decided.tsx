import type { MessageTemplate } from './message';
import type { NoticeProps } from './notice-parts';
import { Heading, LinkButton, Paragraph, Quote, Title } from './parts';

/** To a consultee that contested what was recorded, when it is decided. */
export const contestDecided: MessageTemplate<NoticeProps> = (notice, { t }) => {
  const { title, contest } = notice.content;
  const fate = contest?.isUpheld ? 'upheld' : 'notUpheld';
  return {
    subject: t('contest.subject', { title: title.text }),
    body: (
      <>
        <Title>{t(`contest.${fate}.title`)}</Title>
        <Paragraph>{t(`contest.${fate}.text`, { name: notice.consulteeName, title: title.text })}</Paragraph>
        {contest?.note && (
          <>
            <Heading>{t('contest.why')}</Heading>
            <Quote>{contest.note}</Quote>
          </>
        )}
        <LinkButton href={notice.link}>{t('outcome.open')}</LinkButton>
      </>
    ),
  };
};
