import type { MessageTemplate } from './message';
import { HowToAnswer, WhatSilenceMeans, type NoticeProps } from './notice-parts';
import { Paragraph, Title } from './parts';
import { deadlineWords } from './stated-time';

export type ConsulteeReminderProps = NoticeProps & { kind: 'reminder-half-way' | 'reminder-final' };

/** To a consultee that has not answered, before the deadline (requirements D6). */
export const consulteeReminder: MessageTemplate<ConsulteeReminderProps> = (notice, context) => {
  const { t } = context;
  const { title, bodyName, closesAt, zone } = notice.content;
  const deadline = deadlineWords({ at: closesAt, zone }, context);
  return {
    subject: t(`reminder.${notice.kind}.subject`, { title: title.text }),
    body: (
      <>
        <Title>{t(`reminder.${notice.kind}.title`)}</Title>
        <Paragraph>
          {t('reminder.text', { name: notice.consulteeName, body: bodyName, title: title.text, deadline })}
        </Paragraph>
        <WhatSilenceMeans notice={notice} context={context} />
        <HowToAnswer notice={notice} context={context} />
      </>
    ),
  };
};
