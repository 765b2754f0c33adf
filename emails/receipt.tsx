import { formatDay } from '~/domain/deadline';
import type { MessageTemplate, StatedInstant } from './message';
import { Fact, Heading, LinkButton, Paragraph, Title } from './parts';
import { deadlineWords, instantWords } from './stated-time';

export type ReceiptProps = {
  title: string;
  slug: string;
  reference: string;
  /** Spoken aloud or typed, with the reference, it opens the response. */
  phrase: string;
  received: StatedInstant;
  deadline: StatedInstant;
  isLate: boolean;
  /** The reference of the response that it took the place of. */
  replacedReference: string | undefined;
  /** The promised day of feedback, YYYY-MM-DD. */
  feedbackOn: string | undefined;
  /** The latest link of the consultation's audit trail when this was sent. */
  auditLink: { number: number; hash: string } | undefined;
};

/** To a respondent, once the response is there. */
export const receipt: MessageTemplate<ReceiptProps> = (props, context) => {
  const { t, address, language } = context;
  const fate = props.isLate ? 'late' : 'inTime';
  const deadline = deadlineWords(props.deadline, context);
  return {
    subject: t(`receipt.${fate}.subject`, { reference: props.reference }),
    body: (
      <>
        <Title>{t(`receipt.${fate}.title`)}</Title>
        <Paragraph>
          {t('receipt.received', { title: props.title, time: instantWords(props.received, context) })}
        </Paragraph>
        <Paragraph>{t(`receipt.${fate}.text`, { deadline })}</Paragraph>
        {props.replacedReference && (
          <Paragraph>{t('receipt.replaced', { reference: props.replacedReference })}</Paragraph>
        )}
        <Fact label={t('receipt.reference')}>{props.reference}</Fact>
        <Fact label={t('receipt.phrase')}>
          <span lang="en" dir="ltr">
            {props.phrase}
          </span>
        </Fact>
        <Paragraph>{t('receipt.keepBoth')}</Paragraph>
        {!props.isLate && <Paragraph>{t('receipt.withdraw', { deadline })}</Paragraph>}
        <LinkButton href={address('/your-response')}>{t('receipt.find')}</LinkButton>
        <Heading>{t('receipt.next.heading')}</Heading>
        <Paragraph>{t('receipt.next.text', { deadline })}</Paragraph>
        {props.feedbackOn && (
          <Paragraph>{t('receipt.next.promise', { day: formatDay(props.feedbackOn, language) })}</Paragraph>
        )}
        <LinkButton href={address(`/consultations/${props.slug}`)}>{t('consultationPage')}</LinkButton>
        {props.auditLink && (
          <>
            <Heading>{t('receipt.audit.heading')}</Heading>
            <Paragraph>{t('receipt.audit.text')}</Paragraph>
            <Fact label={t('receipt.audit.number')}>{props.auditLink.number}</Fact>
            <Fact label={t('receipt.audit.hash')}>
              <code dir="ltr">{props.auditLink.hash}</code>
            </Fact>
          </>
        )}
      </>
    ),
  };
};

export const sampleReceipt: ReceiptProps = {
  title: 'A code of practice for consulting',
  slug: 'code-of-practice',
  reference: 'K7QF-3M9T-2',
  phrase: 'lusab babad gutih tugad vizot',
  received: { at: '2026-06-03T09:14:00Z', zone: 'Europe/London' },
  deadline: { at: '2026-08-31T23:00:00Z', zone: 'Europe/London' },
  isLate: false,
  replacedReference: 'M2XD-8K4R-7',
  feedbackOn: '2026-10-26',
  auditLink: { number: 42, hash: '9f2c7d7e3f1b0a5d8c6e4f2a1b3c5d7e9f0a2b4c6d8e0f1a3b5c7d9e1f3a5b7c' },
};
