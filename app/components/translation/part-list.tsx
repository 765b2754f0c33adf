import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import type { ConsultationDocument } from '~/domain/consultation';
import type { LanguageProgress, TextPart } from '~/domain/consultation/translation';
import { usePartNames } from './text-names';

/** The parts of the document with how many of their texts are done, to go from one to another. */
export function PartList({
  id,
  document,
  progress,
  current,
}: {
  id: string;
  document: ConsultationDocument;
  progress: LanguageProgress;
  current: TextPart | undefined;
}) {
  const { t } = useTranslation('translate');
  const at = useAt();
  const nameOf = usePartNames(document);
  const address = at(
    href('/officer/consultations/:id/languages/:language', { id, language: progress.language }),
  );
  return (
    <nav aria-label={t('editor.parts')} className="translation-parts">
      <ol>
        {progress.parts.map(({ part, counts }) => {
          const all = counts.missing + counts.stale + counts.unchecked + counts.checked;
          return (
            <li key={part}>
              <a
                href={`${address}?part=${encodeURIComponent(part)}`}
                aria-current={part === current ? 'page' : undefined}
              >
                {nameOf(part)}
              </a>{' '}
              <span className="soft">{t('editor.partDone', { done: counts.checked, all })}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
