import { useTranslation } from '~/components/words';
import { Paragraphs } from '~/components/language';
import type { PublicConsultation } from '~/domain/consultation';
import { useTimes } from './use-times';

/** What was changed after publication, when and why; the text people answer stays as it was (requirements C11). */
export function Corrections({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const times = useTimes(consultation.zone);
  const { corrections, document } = consultation;
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{t('corrections.title')}</h2>
      <ol className="card-list">
        {corrections.map((correction, index) => (
          <li key={index}>
            <h3>{t('corrections.on', { date: times.dayOf(correction.publishedAt) })}</h3>
            <Paragraphs of={correction.what} original={document.originalLanguage} />
            <h4>{t('corrections.why')}</h4>
            <Paragraphs of={correction.why} original={document.originalLanguage} />
          </li>
        ))}
      </ol>
    </section>
  );
}
