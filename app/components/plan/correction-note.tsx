import { useTranslation } from '~/components/words';
import { Paragraphs } from '~/components/language';
import { Tag } from '~/components/page-parts';
import type { Language, Localized } from '~/domain/translation';

/** A correction: what changed and why, and whether it could change how someone answers. */
export function CorrectionNote({
  what,
  why,
  isMaterial,
  original,
}: {
  what: Localized;
  why: Localized;
  isMaterial: boolean;
  original: Language;
}) {
  const { t } = useTranslation('corrections');
  return (
    <>
      {isMaterial && (
        <p>
          <Tag tone="warning">{t('material.tag')}</Tag>
        </p>
      )}
      <Paragraphs of={what} original={original} />
      <p>
        <strong>{t('why.heading')}</strong>
      </p>
      <Paragraphs of={why} original={original} />
    </>
  );
}
