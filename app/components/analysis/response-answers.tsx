import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { SummaryList, Tag } from '~/components/page-parts';
import { AnswerWords } from '~/components/respond/answer-words';
import type { OpenedResponse } from '~/domain/analysis/response-record-queries.server';
import type { Language } from '~/domain/translation';

/** What was answered, question by question; what should have been skipped or is no answer is marked. */
export function ResponseAnswers({ response, original }: { response: OpenedResponse; original: Language }) {
  const { t } = useTranslation('responses');
  const { questions, answers, asWritten, hiddenIds, keyedCorrections } = response;
  const answered = questions.filter(({ id }) => Object.hasOwn(answers, id) || asWritten.has(id));
  if (answered.length === 0) return <p>{t('answers.none')}</p>;
  return (
    <SummaryList
      rows={answered.map((question) => ({
        key: <Text of={question.label} original={original} />,
        value: (
          <>
            {asWritten.has(question.id) ? (
              <>
                <bdi className="written">{asWritten.get(question.id)}</bdi>{' '}
                <Tag tone="warning">{t('answers.asWritten')}</Tag>
              </>
            ) : (
              <AnswerWords question={question} answer={answers[question.id]} original={original} />
            )}{' '}
            {hiddenIds.includes(question.id) && <Tag tone="warning">{t('answers.hidden')}</Tag>}
            {keyedCorrections.some(
              ({ questionId }) => questionId.replace(/--other$/, '') === question.id,
            ) && <Tag>{t('answers.corrected')}</Tag>}
          </>
        ),
      }))}
    />
  );
}
