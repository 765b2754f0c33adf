import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';
import type { FileProblem } from '~/domain/consultation/file';

/** What is wrong with a file, each by its place in the file. */
export function FileProblems({ problems }: { problems: readonly FileProblem[] }) {
  const { t } = useTranslation('consultation-file');
  if (problems.length === 0) return null;
  return (
    <Panel tone="warning" title={t('problems.title', { count: problems.length })}>
      <ul>
        {problems.map(({ code, path, values }, index) => (
          <li key={index}>
            {path && (
              <>
                <code dir="ltr">{path}</code>:{' '}
              </>
            )}
            {t(`problem.${code}`, values)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
