import { useTranslation } from '~/components/words';
import { Text, useLanguage } from '~/components/language';
import { useNumberWords } from '~/components/respond/number-words';
import type { QuestionResult, Spread } from '~/domain/analysis';
import { formatDay } from '~/domain/deadline';
import { localize, type Language } from '~/domain/translation';
import { ComparedTallies } from './compared-tallies';
import { TallyTable } from './tally-table';

/** What was answered to one question in choices, numbers or days. */
export function ClosedQuestion({ result, original }: { result: QuestionResult; original: Language }) {
  const language = useLanguage();
  const { question, views, spread } = result;
  const overall = views[0]?.tally;
  const isMeasured = question.type === 'number' || question.type === 'date';
  return (
    <section className="result">
      <h3>
        <Text of={question.label} original={original} />
      </h3>
      {isMeasured ? (
        <SpreadWords spread={spread} isDay={question.type === 'date'} />
      ) : (
        overall && (
          <>
            <TallyTable
              question={question}
              tally={overall}
              original={original}
              caption={localize(question.label, language, original).text}
            />
            <ComparedTallies question={question} views={views} original={original} />
          </>
        )
      )}
    </section>
  );
}

function SpreadWords({ spread, isDay }: { spread: Spread | undefined; isDay: boolean }) {
  const { t } = useTranslation('results');
  const language = useLanguage();
  const number = useNumberWords();
  if (!spread) return <p>{t('spread.none')}</p>;
  const words = (value: string) => (isDay ? formatDay(value, language) : number(Number(value)));
  return (
    <>
      <p>{t('spread.base', { count: spread.answered })}</p>
      <p>
        {t('spread.text', {
          smallest: words(spread.smallest),
          median: words(spread.median),
          largest: words(spread.largest),
        })}
      </p>
    </>
  );
}
