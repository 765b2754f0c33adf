import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { DataTable, Tag } from '~/components/page-parts';
import type { LanguageProgress } from '~/domain/consultation/translation';
import { TRANSLATION_STATUSES } from '~/domain/translation';

/** How many texts stand in each way, a row for each language. */
export function ProgressTable({ id, progress }: { id: string; progress: readonly LanguageProgress[] }) {
  const { t } = useTranslation('translate');
  const at = useAt();
  return (
    <DataTable
      caption={t('overview.table')}
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
        <a key="work" href={at(href('/officer/consultations/:id/languages/:language', { id, language }))}>
          {t('overview.translate', { language: t(`language.${language}`) })}
        </a>,
      ])}
    />
  );
}
