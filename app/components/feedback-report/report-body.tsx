import { useTranslation } from '~/components/words';
import { Paragraphs } from '~/components/language';
import { TextSection } from '~/components/reading/text-section';
import { useTimes } from '~/components/reading/use-times';
import type { PublishedReport } from '~/domain/feedback';
import type { Language } from '~/domain/translation';
import { ConsulteeOutcomes } from './consultee-outcomes';
import { ReportedFinding } from './reported-finding';
import { Organisations } from './organisations';
import { KeyingFigures } from './keying-figures';
import { ReasonGroups } from './reason-groups';
import { ReportTotals } from './report-totals';
import { ResultChart } from './result-chart';
import { WrittenQuestions } from './written-questions';

/** All that a feedback report says, published or about to be. */
export function ReportBody({
  report,
  original,
  zone,
}: {
  report: PublishedReport;
  original: Language;
  zone: string;
}) {
  const { t } = useTranslation('feedback-report');
  const times = useTimes(zone);
  const {
    findings,
    reasons,
    results,
    written,
    organisations,
    totals,
    leftOut,
    keying,
    consulteeOutcomes,
    decisionMakerReadOn,
  } = report;
  return (
    <>
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
          <ReasonGroups reasons={reasons} original={original} />
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
      {written.length > 0 && <WrittenQuestions written={written} original={original} />}
      {organisations && <Organisations {...organisations} />}
      <ReportTotals totals={totals} leftOut={leftOut} original={original} />
      {keying && <KeyingFigures keying={keying} />}
      {consulteeOutcomes && <ConsulteeOutcomes {...consulteeOutcomes} />}
      <TextSection level={2} title={t('lessons')} of={report.lessons} original={original} />
    </>
  );
}
