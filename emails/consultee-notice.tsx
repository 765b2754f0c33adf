import type { MessageTemplate } from './message';
import { HowToAnswer, WhatSilenceMeans, type NoticeProps } from './notice-parts';
import { Heading, Paragraph, Title } from './parts';
import { deadlineWords } from './stated-time';

export type ConsulteeNoticeProps = NoticeProps & {
  /** `fresh-notice`: after a material change, the period begins anew. */
  kind: 'first' | 'fresh-notice';
};

/** To a consultee: its view is formally sought (requirements D4, D5). */
export const consulteeNotice: MessageTemplate<ConsulteeNoticeProps> = (notice, context) => {
  const { t } = context;
  const { title, bodyName, closesAt, zone } = notice.content;
  return {
    subject: t(`notice.${notice.kind}.subject`, { title: title.text }),
    body: (
      <>
        <Title>{title.text}</Title>
        <Paragraph>
          {t(`notice.${notice.kind}.text`, { name: notice.consulteeName, body: bodyName })}
        </Paragraph>
        <Heading>{t('notice.deadline.heading')}</Heading>
        <Paragraph>
          {t('notice.deadline.text', { deadline: deadlineWords({ at: closesAt, zone }, context) })}
        </Paragraph>
        <WhatSilenceMeans notice={notice} context={context} />
        <HowToAnswer notice={notice} context={context} />
      </>
    ),
  };
};
