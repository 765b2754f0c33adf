import { useTranslation } from '~/components/words';
import { useWhen } from '~/components/arrivals/use-when';
import { Text } from '~/components/language';
import { AnswerWords } from '~/components/respond/answer-words';
import type { OpenedResponse } from '~/domain/analysis/response-record-queries.server';
import { writtenIn } from '~/domain/analysis';
import { questionIdOfText, type Answer } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';

/** What was decided about a response after it came: late entry, withdrawal, keying errors put right. */
export function ResponseHistory({
  response,
  zone,
  original,
}: {
  response: OpenedResponse;
  zone: string;
  original: Language;
}) {
  const { t } = useTranslation('responses');
  const when = useWhen(zone);
  const { lateDecision, withdrawal, keyedCorrections, questions, people } = response;
  if (!lateDecision && !withdrawal && keyedCorrections.length === 0) return null;
  return (
    <>
      <h2>{t('history.title')}</h2>
      <ul>
        {withdrawal && <li>{t('history.withdrawn', { when: when.at(withdrawal.withdrawnAt) })}</li>}
        {lateDecision && (
          <li>
            {t(lateDecision.isConsidered ? 'history.considered' : 'history.notConsidered', {
              name: people[lateDecision.decidedById] ?? '',
              when: when.at(lateDecision.decidedAt),
            })}{' '}
            <bdi>{lateDecision.reasons}</bdi>
          </li>
        )}
        {keyedCorrections.map(({ id, questionId, before, after, correctedById, correctedAt }) => {
          const question = questions.find((one) => one.id === questionIdOfText(questionId));
          const answer = (value: unknown) =>
            writtenIn(value) ? (
              <bdi className="written">{writtenIn(value)}</bdi>
            ) : question ? (
              <AnswerWords question={question} answer={asAnswer(value)} original={original} />
            ) : (
              t(isAllowed(value) ? 'yes' : 'no')
            );
          return (
            <li key={id}>
              {t('history.corrected', { name: people[correctedById] ?? '', when: when.at(correctedAt) })}{' '}
              {question ? <Text of={question.label} original={original} /> : t('history.publishing')}
              <dl className="before-after">
                <dt>{t('history.before')}</dt>
                <dd>{answer(before)}</dd>
                <dt>{t('history.after')}</dt>
                <dd>{answer(after)}</dd>
              </dl>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A stored answer; words beside "other" are stored as a text. */
function asAnswer(value: unknown): Answer | undefined {
  return typeof value === 'object' &&
    value !== null &&
    ['choice', 'choices', 'text', 'number', 'date'].some((key) => key in value)
    ? (value as Answer)
    : undefined;
}

function isAllowed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'allowed' in value && value.allowed === true;
}
