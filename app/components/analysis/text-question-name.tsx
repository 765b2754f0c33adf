import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import type { TextQuestion } from '~/domain/analysis';
import type { Language } from '~/domain/translation';

/** What people were answering in words: the question, or "something else" to it. */
export function TextQuestionName({
  question,
  original,
}: {
  question: Pick<TextQuestion, 'isOther'> & { question: Pick<TextQuestion['question'], 'label'> };
  original: Language;
}) {
  const { t } = useTranslation('results');
  return (
    <>
      <Text of={question.question.label} original={original} />
      {question.isOther && ` ${t('written.other')}`}
    </>
  );
}
