import type { MessageTemplate } from './message';
import { HowToAnswer, WhatSilenceMeans, type NoticeProps } from './notice-parts';
import { Heading, Paragraph, Quote, Title } from './parts';
import { deadlineWords } from './stated-time';

/** To a consultee whose own deadline moved (requirements D3). */
export const consulteeExtension: MessageTemplate<NoticeProps> = (notice, context) => {
  const { t } = context;
  const { title, closesAt, zone, extension } = notice.content;
  const inWords = (at: string) => deadlineWords({ at, zone }, context);
  return {
    subject: t('extension.subject', { title: title.text }),
    body: (
      <>
        <Title>{t('extension.title')}</Title>
        <Paragraph>
          {t('extension.text', {
            name: notice.consulteeName,
            title: title.text,
            deadline: inWords(closesAt),
          })}
        </Paragraph>
        {extension && (
          <>
            <Paragraph>{t('extension.earlier', { deadline: inWords(extension.earlierClosesAt) })}</Paragraph>
            <Heading>{t('extension.reasons')}</Heading>
            <Quote>{extension.reasons}</Quote>
          </>
        )}
        <WhatSilenceMeans notice={notice} context={context} />
        <HowToAnswer notice={notice} context={context} />
      </>
    ),
  };
};
