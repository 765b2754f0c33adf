import { useTranslation } from '~/components/words';

/** What each line of the account means, in the words of the page that shows it (`totals.figure` of `namespace`). */
export function ExplainedFigures({
  namespace,
  figures,
}: {
  namespace: 'counting-staff' | 'feedback-report';
  figures: readonly string[];
}) {
  const { t } = useTranslation(namespace);
  return (
    <details>
      <summary>{t('totals.explain')}</summary>
      <dl className="definitions">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`totals.figure.${figure}.name`)}</dt>
            <dd>{t(`totals.figure.${figure}.text`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
