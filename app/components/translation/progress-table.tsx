import { useTranslation } from '~/components/words';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { DataTable, Tag } from '~/components/page-parts';
import type { LanguageProgress } from '~/domain/consultation/translation';
import { TRANSLATION_STATUSES, type Language } from '~/domain/translation';

/** How many texts stand in each way, a row for each language. */
export function ProgressTable({
  caption,
  progress,
  addressOf,
}: {
  caption: string;
  progress: readonly LanguageProgress[];
  /** Of the editor of a language. */
  addressOf: (language: Language) => string;
}) {
  const { t } = useTranslation('translate');
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: t('overview.language') },
        { label: t('overview.promise') },
        ...TRANSLATION_STATUSES.map((status) => ({ label: t(`status.${status}`), isNumber: true })),
        { label: t('overview.work') },
      ]}
      rows={progress.map(({ language, isPromised, counts }) => [
        <span key="name" lang={language}>
          {LANGUAGE_NAMES[language]}
        </span>,
        <Tag key="promise" tone={isPromised ? 'good' : 'neutral'}>
          {t(isPromised ? 'overview.promised' : 'overview.notPromised')}
        </Tag>,
        ...TRANSLATION_STATUSES.map((status) => counts[status]),
        <a key="work" href={addressOf(language)}>
          {t('overview.translate', { language: t(`language.${language}`) })}
        </a>,
      ])}
    />
  );
}
