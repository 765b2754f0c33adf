import { useTranslation } from '~/components/words';
import { changedWords, directionOf, type Language } from '~/domain/translation';

/** What changed in the original since a translation was made, told apart by more than colour. */
export function ChangedOriginal({
  before,
  after,
  language,
}: {
  before: string;
  after: string;
  language: Language;
}) {
  const { t } = useTranslation('translate');
  return (
    <div className="changed-original">
      <p>{t('stale.text')}</p>
      <p lang={language} dir={directionOf(language)} className="changed-words">
        {changedWords(before, after).map(({ kind, words }, index) =>
          kind === 'same' ? (
            <span key={index}>{words}</span>
          ) : kind === 'removed' ? (
            <del key={index}>
              <span className="visually-hidden">{t('stale.removed')} </span>
              {words}
            </del>
          ) : (
            <ins key={index}>
              <span className="visually-hidden">{t('stale.added')} </span>
              {words}
            </ins>
          ),
        )}
      </p>
    </div>
  );
}
