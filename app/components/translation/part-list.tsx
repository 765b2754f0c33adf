import { useTranslation } from '~/components/words';
import type { LanguageProgress } from '~/domain/consultation/translation';

/** The parts of what is translated with how many of their texts are done, to go from one to another. */
export function PartList({
  address,
  progress,
  partName,
  current,
}: {
  /** The editor's own. */
  address: string;
  progress: LanguageProgress;
  partName: (part: string) => string;
  current: string | undefined;
}) {
  const { t } = useTranslation('translate');
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
                {partName(part)}
              </a>{' '}
              <span className="soft">{t('editor.partDone', { done: counts.checked, all })}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
