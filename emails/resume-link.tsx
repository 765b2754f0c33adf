import type { MessageTemplate, StatedInstant } from './message';
import { LinkButton, Paragraph, Title } from './parts';
import { deadlineWords } from './stated-time';

export type ResumeLinkProps = {
  title: string;
  /** The path with the token, by which the draft is gone on with. */
  path: string;
  deadline: StatedInstant;
};

/** To somebody who saves a response to go on with it later, or whose address somebody else typed in. */
export const resumeLink: MessageTemplate<ResumeLinkProps> = (props, context) => {
  const { t, address } = context;
  return {
    subject: t('resumeLink.subject', { title: props.title }),
    body: (
      <>
        <Title>{t('resumeLink.title')}</Title>
        <Paragraph>{t('resumeLink.text', { title: props.title })}</Paragraph>
        <LinkButton href={address(props.path)}>{t('resumeLink.continue')}</LinkButton>
        <Paragraph>{t('resumeLink.lasts')}</Paragraph>
        <Paragraph>
          {t('resumeLink.deadline', { deadline: deadlineWords(props.deadline, context) })}
        </Paragraph>
        <Paragraph>{t('resumeLink.secret')}</Paragraph>
        <Paragraph>{t('resumeLink.notYou')}</Paragraph>
      </>
    ),
  };
};

export const sampleResumeLink: ResumeLinkProps = {
  title: 'A code of practice for consulting',
  path: '/respond/code-of-practice/resume/3q2-7w',
  deadline: { at: '2026-08-31T23:00:00Z', zone: 'Europe/London' },
};
