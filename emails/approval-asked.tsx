import type { RequestKind } from '~/domain/consultation/approval-subject';
import type { MessageTemplate } from './message';
import { LinkButton, Paragraph, Title } from './parts';

export type ApprovalAskedProps = {
  title: string;
  kind: RequestKind;
  askedBy: string;
  /** The staff page where it is decided. */
  path: string;
};

/** To everyone who may decide, when a second person is asked for (requirements C14). */
export const approvalAsked: MessageTemplate<ApprovalAskedProps> = (props, { t, address }) => ({
  subject: t('approvalAsked.subject', { title: props.title }),
  body: (
    <>
      <Title>{t(`approvalAsked.${props.kind}.title`)}</Title>
      <Paragraph>
        {t(`approvalAsked.${props.kind}.text`, { name: props.askedBy, title: props.title })}
      </Paragraph>
      <Paragraph>{t('approvalAsked.anyone')}</Paragraph>
      <LinkButton href={address(props.path)}>{t('approvalAsked.decide')}</LinkButton>
    </>
  ),
});

export const sampleApprovalAsked: ApprovalAskedProps = {
  title: 'A code of practice for consulting',
  kind: 'publish',
  askedBy: 'Ann Price',
  path: '/officer/consultations/0192f0a0-0000-7000-8000-000000000000/approval',
};
