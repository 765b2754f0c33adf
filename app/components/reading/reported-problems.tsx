import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt, useLanguage } from '~/components/language';
import { Prose } from '~/components/prose';
import type { PublicConsultation } from '~/domain/consultation';
import { isLanguage } from '~/domain/translation';
import { useTimes } from './use-times';

/** Problems that were reported, each with the reply, and the way to report another (requirements C12). */
export function ReportedProblems({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const language = useLanguage();
  const times = useTimes(consultation.zone);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{t('problems.title')}</h2>
      <p>{t('problems.text')}</p>
      <p>
        <a href={at(href('/consultations/:slug/problem', { slug: consultation.slug }))}>
          {t('problems.report')}
        </a>
      </p>
      {consultation.problems.length > 0 && (
        <details>
          <summary>{t('problems.replied', { count: consultation.problems.length })}</summary>
          <ul className="card-list">
            {consultation.problems.map((problem, index) => {
              const written = isLanguage(problem.language) ? problem.language : language;
              return (
                <li key={index}>
                  <h3>{t('problems.on', { date: times.dayOf(problem.reportedAt) })}</h3>
                  <blockquote>
                    <Prose text={problem.text} lang={written === language ? undefined : written} />
                  </blockquote>
                  <h4>{t('problems.reply', { date: times.dayOf(problem.repliedAt) })}</h4>
                  <Prose text={problem.reply} />
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}
