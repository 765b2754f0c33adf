import type { ReportAudience } from '~/domain/delivery';
import type { MessageTemplate } from './message';
import { LinkButton, Paragraph, Title } from './parts';

export type ReportPublishedProps = {
  title: string;
  slug: string;
  bodyName: string;
  /** Why this person is written to. */
  audience: ReportAudience;
};

/** To everyone who took part, when the feedback report is published (requirements F5). */
export const reportPublished: MessageTemplate<ReportPublishedProps> = (props, { t, address }) => ({
  subject: t('reportPublished.subject', { title: props.title }),
  body: (
    <>
      <Title>{t('reportPublished.title')}</Title>
      <Paragraph>{t('reportPublished.text', { title: props.title, body: props.bodyName })}</Paragraph>
      <Paragraph>{t(`reportPublished.audience.${props.audience}`)}</Paragraph>
      <LinkButton href={address(`/consultations/${props.slug}/report`)}>
        {t('reportPublished.read')}
      </LinkButton>
      <Paragraph>{t('reportPublished.contents')}</Paragraph>
    </>
  ),
});

export const sampleReportPublished: ReportPublishedProps = {
  title: 'A code of practice for consulting',
  slug: 'code-of-practice',
  bodyName: 'Wyrevale Council',
  audience: 'respondent',
};
