import type { MessageTemplate } from './message';
import { LinkButton, Paragraph, Title } from './parts';

export type PasswordLinkProps = {
  name: string;
  /** The path with the token, exchanged for a new password. */
  path: string;
};

/** To someone on the staff who forgot the password, or whose address somebody else typed in. */
export const passwordLink: MessageTemplate<PasswordLinkProps> = (props, { t, address }) => ({
  subject: t('passwordLink.subject'),
  body: (
    <>
      <Title>{t('passwordLink.title', { name: props.name })}</Title>
      <Paragraph>{t('passwordLink.text')}</Paragraph>
      <LinkButton href={address(props.path)}>{t('passwordLink.choose')}</LinkButton>
      <Paragraph>{t('passwordLink.once')}</Paragraph>
      <Paragraph>{t('passwordLink.notYou')}</Paragraph>
    </>
  ),
});

export const samplePasswordLink: PasswordLinkProps = { name: 'Ann Price', path: '/password/3q2-7w' };
