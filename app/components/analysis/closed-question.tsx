import { Text, useLanguage } from '~/components/language';
import type { QuestionResult } from '~/domain/analysis';
import { localize, type Language } from '~/domain/translation';
import { ComparedTallies } from './compared-tallies';
import { SpreadWords } from './spread-words';
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
