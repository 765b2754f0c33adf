import { SpreadWords } from '~/components/analysis/spread-words';
import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { Bar, DataTable } from '~/components/page-parts';
import { roundingNote } from '~/domain/analysis';
import { SPREAD_FROM, type PublishedResult } from '~/domain/feedback';
import { localize, type Language } from '~/domain/translation';
import { useLanguage } from '~/components/language';
import { ComparedResults } from './compared-results';

type Measured = NonNullable<PublishedResult['measured']>;

function MeasuredResult({
  result: { label, base },
  measured: { isDay, figures },
  original,
}: {
  result: PublishedResult;
  measured: Measured;
  original: Language;
}) {
  const { t } = useTranslation('feedback-report');
  return (
    <>
      <h3>
        <Text of={label} original={original} />
      </h3>
      {figures ? (
        <SpreadWords spread={{ answered: base, ...figures }} isDay={isDay} />
      ) : (
        <>
          <p>{t('results.base', { count: base })}</p>
          <p>{t('results.tooFew', { least: SPREAD_FROM })}</p>
        </>
      )}
    </>
  );
}

/** One closed question: a picture and the figures behind it in one table, with its base (requirements A1). */
export function ResultChart({ result, original }: { result: PublishedResult; original: Language }) {
  const { t } = useTranslation('feedback-report');
  const language = useLanguage();
  const { base, rows, measured } = result;
  if (measured) return <MeasuredResult result={result} measured={measured} original={original} />;
  const shown = Object.fromEntries(
    rows.map(({ count, percent }, index) => [index, { count, base, share: undefined, percent }]),
  );
  const note = roundingNote(shown, result.canChooseSeveral);
  return (
    <>
      <h3>
        <Text of={result.label} original={original} />
      </h3>
      <p>{t('results.base', { count: base })}</p>
      <DataTable
        caption={localize(result.label, language, original).text}
        isCaptionHidden
        columns={[
          { label: t('results.answer') },
          { label: t('results.people'), isNumber: true },
          { label: t('results.percent'), isNumber: true },
        ]}
        rows={rows.map(({ label, count, percent }) => [
          <>
            <Text of={label} original={original} />
            <Bar share={base ? count / base : 0} />
          </>,
          t('number', { value: count }),
          percent === undefined ? '–' : t('results.percentValue', { percent }),
        ])}
      />
      {note && <p className="soft">{t(`results.note.${note}`)}</p>}
      <ComparedResults result={result} original={original} />
    </>
  );
}
