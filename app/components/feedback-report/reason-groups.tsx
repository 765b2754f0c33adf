import { useTranslation } from '~/components/words';
import { Paragraphs, Text } from '~/components/language';
import type { PublishedReport } from '~/domain/feedback';
import type { Language } from '~/domain/translation';

/** Why some things have no finding of their own; what shares a reason stands together. */
export function ReasonGroups({
  reasons,
  original,
}: {
  reasons: PublishedReport['reasons'];
  original: Language;
}) {
  const { t } = useTranslation('feedback-report');
  const groups = Map.groupBy(reasons, ({ reason }) => JSON.stringify(reason));
  return [...groups].map(([key, group]) => (
    <div key={key}>
      <h3>
        {group.length === 1 ? (
          <Text of={group[0]?.label} original={original} />
        ) : (
          t('reasons.several', { count: group.length })
        )}
      </h3>
      <Paragraphs of={group[0]?.reason} original={original} />
      {group.length > 1 && (
        <ul className="list-inline">
          {group.map(({ label }, index) => (
            <li key={index}>
              <Text of={label} original={original} />
            </li>
          ))}
        </ul>
      )}
    </div>
  ));
}
