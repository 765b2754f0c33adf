import { useTranslation } from '~/components/words';
import { Paragraphs } from '~/components/language';
import { PARTICIPATION_LEVELS, type ConsultationDocument } from '~/domain/consultation';
import { isWritten, TextSection } from './text-section';

/**
 * What is open to change and what is decided already, and where on the scale of taking part this stands: shown
 * before the button to answer (requirements P1, P2), and kept afterwards.
 */
export function Influence({
  document,
  isOver = false,
}: {
  document: ConsultationDocument;
  isOver?: boolean;
}) {
  const { t } = useTranslation('consultation');
  const { level, influence, openToChange, alreadyDecided, originalLanguage: original } = document;
  const isEmpty = !level && ![influence, openToChange, alreadyDecided].some(isWritten);
  if (isEmpty) return null;
  const when = isOver ? 'influence.past' : 'influence.now';
  return (
    <section aria-labelledby="influence">
      <h2 id="influence">{t(`${when}.title`)}</h2>
      <div className="columns columns-even">
        <div>
          <TextSection title={t(`${when}.open`)} of={openToChange} original={original} />
        </div>
        <div>
          <TextSection title={t(`${when}.decided`)} of={alreadyDecided} original={original} />
        </div>
      </div>
      {level && (
        <>
          <h3 id="scale">{t('influence.scale')}</h3>
          <ol className="scale" aria-labelledby="scale">
            {PARTICIPATION_LEVELS.map((step) => (
              <li key={step} aria-current={step === level ? 'true' : undefined}>
                {t(`level.${step}.name`)}
                {step === level && <span className="visually-hidden"> {t('influence.here')}</span>}
              </li>
            ))}
          </ol>
          <p>{t(`level.${level}.text`)}</p>
        </>
      )}
      <Paragraphs of={influence} original={original} />
    </section>
  );
}
