import type { MessageTemplate, StatedInstant } from './message';
import { Fact, LinkButton, Paragraph, Title } from './parts';
import { deadlineWords, instantWords } from './stated-time';

export type ResponseWithdrawnProps = {
  title: string;
  slug: string;
  reference: string;
  withdrawn: StatedInstant;
  deadline: StatedInstant;
};

/** To a respondent whose response was withdrawn. */
export const responseWithdrawn: MessageTemplate<ResponseWithdrawnProps> = (props, context) => {
  const { t, address } = context;
  return {
    subject: t('responseWithdrawn.subject', { reference: props.reference }),
    body: (
      <>
        <Title>{t('responseWithdrawn.title')}</Title>
        <Paragraph>
          {t('responseWithdrawn.text', { title: props.title, time: instantWords(props.withdrawn, context) })}
        </Paragraph>
        <Fact label={t('receipt.reference')}>{props.reference}</Fact>
        <Paragraph>
          {t('responseWithdrawn.again', { deadline: deadlineWords(props.deadline, context) })}
        </Paragraph>
        <LinkButton href={address(`/consultations/${props.slug}`)}>{t('consultationPage')}</LinkButton>
        <Paragraph>{t('responseWithdrawn.notYou')}</Paragraph>
      </>
    ),
  };
};

export const sampleResponseWithdrawn: ResponseWithdrawnProps = {
  title: 'A code of practice for consulting',
  slug: 'code-of-practice',
  reference: 'K7QF-3M9T-2',
  withdrawn: { at: '2026-06-05T16:40:00Z', zone: 'Europe/London' },
  deadline: { at: '2026-08-31T23:00:00Z', zone: 'Europe/London' },
};
