import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/feedback-report';
import { ConsulteeOutcomes } from '~/components/feedback-report/consultee-outcomes';
import { ReportedFinding } from '~/components/feedback-report/reported-finding';
import { ReportTotals } from '~/components/feedback-report/report-totals';
import { ResultChart } from '~/components/feedback-report/result-chart';
import { PageTitle } from '~/components/form';
import { Paragraphs, Text, useAt, useLanguage } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { TextSection } from '~/components/reading/text-section';
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
  const { findings, reasons, results, totals, consulteeOutcomes, decisionMakerReadOn } = report;
  return (
    <article className="feedback-report">
      <PageTitle>{t('pageTitle', { title: localize(title, language, original).text })}</PageTitle>
      <BackLink href={at(href('/consultations/:slug', { slug }))}>{t('backToConsultation')}</BackLink>
      <p className="eyebrow">
        <Text of={title} original={original} />
      </p>
      <h1>{t('title')}</h1>
      <p className="lede">{t('counted', { count: totals.total.counted })}</p>
      <p>
        {leading
          ? t('publishedBy', { date: times.dayOf(report.publishedAt), body: leading })
          : t('published', { date: times.dayOf(report.publishedAt) })}
      </p>
      <Paragraphs of={report.introduction} original={original} />
      <TextSection level={2} title={t('decision')} of={report.decision} original={original}>
        {decisionMakerReadOn && <p>{t('readBefore', { date: times.day(decisionMakerReadOn) })}</p>}
      </TextSection>
      <section aria-labelledby="findings">
        <h2 id="findings">{t('findings')}</h2>
        <ol className="findings">
          {findings.map((finding, index) => (
            <li key={finding.id} id={`finding-${index + 1}`}>
              <ReportedFinding finding={finding} number={index + 1} original={original} />
            </li>
          ))}
        </ol>
      </section>
      <TextSection level={2} title={t('howReached')} of={report.howReached} original={original} />
      <TextSection level={2} title={t('nextSteps')} of={report.nextSteps} original={original} />
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">{t('reasons.title')}</h2>
          <p>{t('reasons.text')}</p>
          {reasons.map(({ label, reason }, index) => (
            <div key={index}>
              <h3>
                <Text of={label} original={original} />
              </h3>
              <Paragraphs of={reason} original={original} />
            </div>
          ))}
        </section>
      )}
      {results.length > 0 && (
        <section aria-labelledby="results">
          <h2 id="results">{t('results.title')}</h2>
          <p>{t('results.text')}</p>
          {results.map((result) => (
            <ResultChart key={result.questionId} result={result} original={original} />
          ))}
        </section>
      )}
      <ReportTotals totals={totals} />
      {consulteeOutcomes && <ConsulteeOutcomes {...consulteeOutcomes} />}
      <TextSection level={2} title={t('lessons')} of={report.lessons} original={original} />
      <p>
        <a href={at(href('/consultations/:slug/questions', { slug }))}>{t('questions')}</a>
      </p>
    </article>
  );
}
