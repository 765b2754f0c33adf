import { useTranslation } from '~/components/words';
import { Paragraphs, Text } from '~/components/language';
import type { PublishedReport } from '~/domain/feedback';
import type { Language } from '~/domain/translation';

const KINDS = ['theme', 'question', 'option'] as const;

type Reasons = { reasons: PublishedReport['reasons']; original: Language };

/** Why some things have no finding of their own: themes, questions and options apart, each as large as it is. */
export function ReasonGroups({ reasons, original }: Reasons) {
  const { t } = useTranslation('feedback-report');
  return KINDS.map((kind) => {
    const ofKind = reasons.filter((one) => one.kind === kind);
    return ofKind.length === 0 ? null : (
      <div key={kind}>
        <h3>{t(`reasons.kind.${kind}`, { count: ofKind.length })}</h3>
        <ByReason reasons={ofKind} original={original} />
      </div>
    );
  });
}

/** What shares a reason stands together. */
function ByReason({ reasons, original }: Reasons) {
  const { t } = useTranslation('feedback-report');
  const groups = Map.groupBy(reasons, ({ reason }) => JSON.stringify(reason));
  return [...groups].map(([key, group]) => (
    <div key={key}>
      <ul>
        {group.map(({ kind, label, responses }, index) => (
          <li key={index}>
            <strong>
              <Text of={label} original={original} />
            </strong>
            {' – '}
            {t(`reasons.behind.${kind}`, { count: responses })}
          </li>
        ))}
      </ul>
      <Paragraphs of={group[0]?.reason} original={original} />
    </div>
  ));
}
