import { href } from 'react-router';
import type { Route } from './+types/preview';
import { ReportBody } from '~/components/feedback-report/report-body';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { answerWordsInAll } from '~/components/report/answer-words';
import { useTranslation } from '~/components/words';
import { consultationForAny } from '~/domain/arrival/arrival-access.server';
import { composeReport } from '~/domain/feedback/compose-report.server';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const consultation = await consultationForAny(context.get(signedIn), ['report', 'approve'], id);
  const working = await readWorkingReport(id);
  return {
    id,
    zone: consultation.zone,
    original: working.document.originalLanguage,
    report: await composeReport(id, working, answerWordsInAll()),
  };
}

/** The report as everyone would read it if it were published now; in each language by the switch at the top. */
export default function ReportPreview({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const { t: published } = useTranslation('feedback-report');
  const at = useAt();
  const { id, zone, original, report } = loaderData;
  return (
    <article className="feedback-report">
      <PageTitle>{t('preview.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      <Panel title={t('preview.title')}>
        <p>{t('preview.text')}</p>
      </Panel>
      <h1>{published('title')}</h1>
      <p className="lede">{published('counted', { count: report.totals.total.counted })}</p>
      <ReportBody report={report} original={original} zone={zone} />
    </article>
  );
}
