import { useTranslation } from '~/components/words';
import { fieldId } from '~/components/form';
import { useLanguage } from '~/components/language';
import { StaffLink } from '~/components/staff/staff-link';
import { isPlanSection, type Problem } from '~/domain/consultation';
import { formatDay } from '~/domain/deadline';

/** The page on which a problem is mended, at its field. */
function addressOfProblem(consultationId: string, { section, field, language }: Problem): string {
  const base = `/officer/consultations/${consultationId}`;
  if (isPlanSection(section)) return `${base}/plan/${section}#${fieldId(field)}`;
  if (section === 'questionnaire') return `${base}/questions${field && `/${field}`}`;
  return `${base}/languages/${language}?text=${encodeURIComponent(field)}`;
}

/** What is missing or to be looked at again, part by part, each linked to its field. */
export function ProblemList({
  consultationId,
  problems,
  kind,
  nameOf,
}: {
  consultationId: string;
  problems: readonly Problem[];
  /** Under which key of `approval` they are worded. */
  kind: 'problem' | 'warning';
  /** The name of the text at a path, for problems that have one. */
  nameOf?: (path: string) => string;
}) {
  const { t } = useTranslation('approval');
  const wording = useProblemWording(kind, nameOf);
  return (
    <ul>
      {problems.length > 0 &&
        groupTranslations(problems).map(({ problem, count }) => (
          <li key={`${problem.code} ${problem.section} ${problem.field} ${problem.language ?? ''}`}>
            <StaffLink to={addressOfProblem(consultationId, problem)}>{wording(problem, count)}</StaffLink>
          </li>
        ))}
      {problems.length === 0 && <li>{t(`${kind}.none`)}</li>}
    </ul>
  );
}

function useProblemWording(kind: 'problem' | 'warning', nameOf?: (path: string) => string) {
  const { t } = useTranslation('approval');
  const { t: tPublic } = useTranslation('consultation');
  const { t: tPlan } = useTranslation('plan');
  const pageLanguage = useLanguage();
  return ({ code, section, path, language, values = {} }: Problem, count: number): string =>
    t(`${kind}.${code}`, {
      ...values,
      ...(typeof values['day'] === 'string' && { day: formatDay(values['day'], pageLanguage) }),
      ...(path && {
        part: language ? tPublic(`languageName.${language}`) : tPlan(`sections.${section}`),
        text: nameOf?.(path),
      }),
      ...(language && { language: tPublic(`languageName.${language}`) }),
      count,
    });
}

/** Many texts can lack the same thing in one language: said once, with how many, unless each is named. */
function groupTranslations(problems: readonly Problem[]): { problem: Problem; count: number }[] {
  const groups = Map.groupBy(problems, (problem) =>
    problem.section === 'translation' && !problem.path
      ? `${problem.code} ${problem.language}`
      : `${problem.code} ${problem.section} ${problem.field}`,
  );
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ problem: group[0], count: group.length }] : [],
  );
}
