import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';
import type { Problem } from '~/domain/consultation';
import { ProblemList } from './problem-list';

/** On the page of a part: what is still to be done in it, in the words of the overview. Nothing where all is well. */
export function PartProblems({
  consultationId,
  problems,
}: {
  consultationId: string;
  problems: readonly Problem[];
}) {
  const { t } = useTranslation('plan');
  if (problems.length === 0) return null;
  return (
    <Panel tone="warning" title={t('overview.toDo', { count: problems.length })}>
      <ProblemList consultationId={consultationId} problems={problems} kind="problem" />
    </Panel>
  );
}
