import type { MessageTemplate } from './message';
import { LinkButton, Paragraph, Title } from './parts';

export type InvitationProps = {
  name: string;
  /** The bodies the person works for here. */
  bodies: readonly string[];
  /** The path with the token, exchanged for a password of the person's own. */
  path: string;
};

/** To someone for whom an account was made. */
export const invitation: MessageTemplate<InvitationProps> = (props, { t, address, language }) => ({
  subject: t('invitation.subject'),
  body: (
    <>
      <Title>{t('invitation.title', { name: props.name })}</Title>
      <Paragraph>
        {props.bodies.length > 0
          ? t('invitation.forBodies', { bodies: new Intl.ListFormat(language).format(props.bodies) })
          : t('invitation.text')}
      </Paragraph>
      <LinkButton href={address(props.path)}>{t('invitation.accept')}</LinkButton>
      <Paragraph>{t('invitation.once')}</Paragraph>
    </>
  ),
});

export const sampleInvitation: InvitationProps = {
  name: 'Ann Price',
  bodies: ['Wyrevale Council', 'Riverside Carers'],
  path: '/invitation/3q2-7w',
};
