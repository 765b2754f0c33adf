import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/feedback-report';
import { ReportBody } from '~/components/feedback-report/report-body';
import { PageTitle } from '~/components/form';
import { Text, useAt, useLanguage } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';
import { readPublishedReport } from '~/domain/feedback/read-published-report.server';
import { localize } from '~/domain/translation';

export async function loader({ params }: Route.LoaderArgs) {
  const { id, slug, document, zone, bodies } = await publishedConsultation(params.slug);
  const report = await readPublishedReport(id);
  return { slug, title: document.title, original: document.originalLanguage, zone, bodies, report };
}

/** You said, we decided, we will do: the report as it was published (requirements F1 to F5). */
export default function FeedbackReport({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('feedback-report');
  const at = useAt();
  const language = useLanguage();
  const { slug, title, original, zone, bodies, report } = loaderData;
  const times = useTimes(zone);
  const leading = bodies.find((body) => body.isLeading)?.name;
  return (
    <article className="feedback-report">
      <PageTitle>{t('pageTitle', { title: localize(title, language, original).text })}</PageTitle>
      <BackLink href={at(href('/consultations/:slug', { slug }))}>{t('backToConsultation')}</BackLink>
      <p className="eyebrow">
        <Text of={title} original={original} />
      </p>
      <h1>{t('title')}</h1>
      <p className="lede">{t('counted', { count: report.totals.total.counted })}</p>
      <p>
        {leading
          ? t('publishedBy', { date: times.dayOf(report.publishedAt), body: leading })
          : t('published', { date: times.dayOf(report.publishedAt) })}
      </p>
      <ReportBody report={report} original={original} zone={zone} />
      <p>
        <a href={at(href('/consultations/:slug/questions', { slug }))}>{t('questions')}</a>
      </p>
    </article>
  );
}
