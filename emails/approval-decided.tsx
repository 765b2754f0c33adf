import type { RequestKind } from '~/domain/consultation/approval-subject';
import type { MessageTemplate } from './message';
import { Heading, LinkButton, Paragraph, Quote, Title } from './parts';

export type ApprovalDecidedProps = {
  title: string;
  kind: RequestKind;
  isApproved: boolean;
  decidedBy: string;
  /** What is to be mended, when it was sent back. */
  note: string | undefined;
  /** The staff page where it was asked for. */
  path: string;
};

/** To the one who asked for a second person, when that person has decided (requirements C14). */
export const approvalDecided: MessageTemplate<ApprovalDecidedProps> = (props, { t, address }) => {
  const decision = props.isApproved ? 'approved' : 'sentBack';
  return {
    subject: t(`approvalDecided.${decision}.subject`, { title: props.title }),
    body: (
      <>
        <Title>{t(`approvalDecided.${decision}.${props.kind}`)}</Title>
        <Paragraph>
          {t(`approvalDecided.${decision}.text`, { name: props.decidedBy, title: props.title })}
        </Paragraph>
        {props.note && (
          <>
            <Heading>{t('approvalDecided.note')}</Heading>
            <Quote>{props.note}</Quote>
          </>
        )}
        <LinkButton href={address(props.path)}>{t(`approvalDecided.${decision}.open`)}</LinkButton>
      </>
    ),
  };
};

export const sampleApprovalDecided: ApprovalDecidedProps = {
  title: 'A code of practice for consulting',
  kind: 'publish',
  isApproved: false,
  decidedBy: 'Sam Okafor',
  note: 'Say what the second option costs.',
  path: '/officer/consultations/0192f0a0-0000-7000-8000-000000000000/approval',
};
