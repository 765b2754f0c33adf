import { useTranslation } from '~/components/words';
import { useAt } from '~/components/language';
import { PLAN_SECTIONS, type PlanSection, type Problem } from '~/domain/consultation';

/** The way round the sections of the plan, with what is still missing in each. */
export function PlanParts({
  id,
  current,
  problems,
}: {
  id: string;
  current: PlanSection;
  problems: readonly Problem[];
}) {
  const { t } = useTranslation('plan');
  const at = useAt();
  return (
    <nav aria-label={t('page.parts')} className="plan-parts">
      <h2 className="plan-parts-title">{t('page.parts')}</h2>
      <ol>
        {PLAN_SECTIONS.map((section) => {
          const missing = problems.filter((problem) => problem.section === section).length;
          return (
            <li key={section}>
              <a
                href={at(`/officer/consultations/${id}/plan/${section}`)}
                aria-current={section === current ? 'page' : undefined}
              >
                {t(`sections.${section}`)}
              </a>
              {missing > 0 && <span className="soft"> {t('overview.toDo', { count: missing })}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
