import type { MessageTemplate } from './message';
import { Heading, LinkButton, Paragraph, Quote, Title } from './parts';

export type ProblemReplyProps = { title: string; slug: string; problem: string; reply: string };

/** To someone who reported a problem with a consultation and left an address. */
export const problemReply: MessageTemplate<ProblemReplyProps> = (props, { t, address }) => ({
  subject: t('problemReply.subject', { title: props.title }),
  body: (
    <>
      <Title>{t('problemReply.title')}</Title>
      <Paragraph>{t('problemReply.text', { title: props.title })}</Paragraph>
      <Heading>{t('problemReply.theirs')}</Heading>
      <Quote>{props.problem}</Quote>
      <Heading>{t('problemReply.ours')}</Heading>
      <Quote>{props.reply}</Quote>
      <LinkButton href={address(`/consultations/${props.slug}`)}>{t('consultationPage')}</LinkButton>
    </>
  ),
});

export const sampleProblemReply: ProblemReplyProps = {
  title: 'A code of practice for consulting',
  slug: 'code-of-practice',
  problem: 'Option two cannot be read on the paper form.',
  reply: 'Thank you. We printed the form again and sent it to every library.',
};
