import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import { StaffLink } from '~/components/staff/staff-link';
import { PLAN_SECTIONS, type ConsultationDocument, type Problem } from '~/domain/consultation';
import { ProblemList } from './problem-list';

const PARTS = [
  ...PLAN_SECTIONS.map((section) => ({ section, page: `plan/${section}` })),
  { section: 'questionnaire', page: 'questions' },
  { section: 'translation', page: 'languages' },
] as const;

/** The parts that a consultation can do without, and whether it does. */
const IS_UNUSED: Record<string, (document: ConsultationDocument) => boolean> = {
  options: ({ options }) => options.length === 0,
  silence: ({ silence }) => !silence,
  translation: ({ languages }) => languages.length < 2,
};

/** Every part of preparing a consultation: what is done or not used, and what is missing in the others. */
export function PartList({
  consultationId,
  document,
  problems,
}: {
  consultationId: string;
  document: ConsultationDocument;
  problems: readonly Problem[];
}) {
  const { t } = useTranslation('plan');
  return (
    <ol className="part-list">
      {PARTS.map(({ section, page }) => {
        const missing = problems.filter((problem) => problem.section === section);
        return (
          <li key={section}>
            <div className="part-head">
              <StaffLink to={`/officer/consultations/${consultationId}/${page}`}>
                {t(`sections.${section}`)}
              </StaffLink>
              {missing.length ? (
                <Tag tone="warning">{t('overview.toDo', { count: missing.length })}</Tag>
              ) : IS_UNUSED[section]?.(document) ? (
                <Tag>{t('overview.notUsed')}</Tag>
              ) : (
                <Tag tone="good">{t('overview.done')}</Tag>
              )}
            </div>
            {missing.length > 0 && (
              <details>
                <summary>
                  {t('overview.showMissing')}
                  <span className="visually-hidden"> {t(`sections.${section}`)}</span>
                </summary>
                <ProblemList consultationId={consultationId} problems={missing} kind="problem" />
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}
