import { useTranslation } from '~/components/words';
import type { ConsultationDocument } from '~/domain/consultation';
import { formatDay } from '~/domain/deadline';
import { useLanguage } from '~/components/language';
import { isWritten, TextSection } from './text-section';

/** The case for change with evidence for and against, limits and sources (requirements P3); folded until asked for. */
export function CaseForChange({ document }: { document: ConsultationDocument }) {
  const { t } = useTranslation('consultation');
  const parts = [
    ['issues', document.issues],
    ['evidenceFor', document.evidenceFor],
    ['evidenceAgainst', document.evidenceAgainst],
    ['restrictions', document.restrictions],
    ['earlier', document.earlierConsultations],
    ['involvement', document.publicInvolvement],
  ] as const;
  if (!parts.some(([, text]) => isWritten(text)) && document.sources.length === 0) return null;
  return (
    <section aria-labelledby="case">
      <h2 id="case">{t('case.title')}</h2>
      <details>
        <summary>{t('case.show')}</summary>
        {parts.map(([name, text]) => (
          <TextSection key={name} title={t(`case.${name}`)} of={text} original={document.originalLanguage} />
        ))}
        <Sources sources={document.sources} />
      </details>
    </section>
  );
}

function Sources({ sources }: { sources: ConsultationDocument['sources'] }) {
  const { t } = useTranslation('consultation');
  const language = useLanguage();
  if (sources.length === 0) return null;
  return (
    <>
      <h3>{t('case.sources')}</h3>
      <ul>
        {sources.map(({ title, address, publishedOn }, index) => (
          <li key={index}>
            {isWebAddress(address) ? <a href={address}>{title}</a> : title}
            {publishedOn && ` (${t('case.sourceDate', { date: formatDay(publishedOn, language) })})`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Only pages are linked: an address an author wrote could hold anything. */
function isWebAddress(address: string | undefined): address is string {
  return /^https?:$/.test(URL.parse(address ?? '')?.protocol ?? '');
}
