import { useTranslation } from '~/components/words';
import { useTextNames } from '~/components/translation/text-names';
import type { ConsultationDocument, Problem } from '~/domain/consultation';
import { ProblemList } from './problem-list';

/** Everything that keeps a draft from being published, part by part, and what its authors are warned of. */
export function MissingList({
  consultationId,
  document,
  problems,
  warnings,
}: {
  consultationId: string;
  document: ConsultationDocument;
  problems: readonly Problem[];
  warnings: readonly Problem[];
}) {
  const { t } = useTranslation('approval');
  const { t: tPlan } = useTranslation('plan');
  const nameOf = useTextNames(document);
  const parts = [...Map.groupBy(problems, ({ section }) => section)];
  return (
    <>
      <h2>{t('missing.title', { count: problems.length })}</h2>
      {problems.length === 0 && <p>{t('missing.nothing')}</p>}
      {parts.map(([section, some]) => (
        <section key={section}>
          <h3>{tPlan(`sections.${section}`)}</h3>
          <ProblemList consultationId={consultationId} problems={some} kind="problem" />
        </section>
      ))}
      {warnings.length > 0 && (
        <>
          <h2>{t('warnings.title')}</h2>
          <p>{t('warnings.text')}</p>
          <ProblemList consultationId={consultationId} problems={warnings} kind="warning" nameOf={nameOf} />
        </>
      )}
    </>
  );
}
