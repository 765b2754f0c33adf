import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import type { Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';

/** After a redirect: which question was saved, and how many there are by now. */
export function SavedNotice({
  question,
  count,
  original,
}: {
  question: Question | undefined;
  count: number;
  original: Language;
}) {
  const { t } = useTranslation('questions');
  if (!question) return null;
  return (
    <p className="panel panel-good" role="status">
      {t('saved.question', { count })} <Text of={question.label} original={original} />
    </p>
  );
}
