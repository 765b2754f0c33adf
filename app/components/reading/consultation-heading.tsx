import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Text, useAt, useLanguage } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import type { PublicConsultation } from '~/domain/consultation';
import { PublicStateTag } from './public-state-tag';
import { useStatusLine } from './use-status-line';
import { useTimes } from './use-times';

/** Whose consultation it is, what it is called, how it stands, and what a reader must know before reading on. */
export function ConsultationHeading({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const times = useTimes(consultation.zone);
  const status = useStatusLine({ ...consultation, delay: consultation.delays[0] ?? null });
  const { document, bodies, corrections, isHeldElsewhere } = consultation;
  const leading = bodies.find((body) => body.isLeading) ?? bodies[0];
  const latest = corrections.at(-1);
  return (
    <header>
      <BackLink href={at(href('/consultations'))}>{t('allConsultations')}</BackLink>
      {leading && <p className="eyebrow">{t('by', { count: bodies.length - 1, name: leading.name })}</p>}
      <h1>
        <Text of={document.title} original={document.originalLanguage} />
      </h1>
      <p className="card-facts">
        <PublicStateTag {...consultation} /> <strong>{status}</strong>
      </p>
      {isHeldElsewhere && <p>{t('heldElsewhere.text')}</p>}
      <ParityNote consultation={consultation} />
      {latest && (
        <p>
          <a href="#corrections">{t('corrections.note', { date: times.dayOf(latest.publishedAt) })}</a>
        </p>
      )}
    </header>
  );
}

/** Says so where the consultation was not promised in the language of the page (requirements C3). */
function ParityNote({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const language = useLanguage();
  const { languages, originalLanguage } = consultation.document;
  if (languages.includes(language)) return null;
  return (
    <p className="parity">
      {t('parity', {
        language: t(`languageName.${language}`),
        original: t(`languageName.${originalLanguage}`),
      })}
    </p>
  );
}
