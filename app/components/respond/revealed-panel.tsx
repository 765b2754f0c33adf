import { useTranslation } from '~/components/words';
import { fieldOf, type Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { fieldId } from '../form';
import { Text } from '../language';
import { Panel } from '../page-parts';

/** Why a page that was just sent is back: what was answered opened further questions on it. */
export function RevealedPanel({
  questions,
  original,
}: {
  questions: readonly Question[];
  original: Language;
}) {
  const { t } = useTranslation('respond');
  if (questions.length === 0) return null;
  return (
    <Panel title={t('revealed.title', { count: questions.length })}>
      <ul>
        {questions.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${fieldId(fieldOf(id))}`}>
              <Text of={label} original={original} />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
