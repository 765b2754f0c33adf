import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';
import type { AuditEntryShown } from '~/domain/audit/index.server';

const NOBODY_BY_NAME = ['hub', 'respondent', 'consultee', 'reader'];

/** Entries of the audit trail: when, who, what. */
export function AuditEntryList({ entries, zone }: { entries: readonly AuditEntryShown[]; zone: string }) {
  const { t } = useTranslation('audit');
  const say = useTimes(zone);
  const who = ({ entry, name }: AuditEntryShown) => {
    if (name) return name;
    return t(entry && NOBODY_BY_NAME.includes(entry.actor) ? `who.${entry.actor}` : 'who.gone');
  };
  const what = ({ entry }: AuditEntryShown) =>
    entry ? t(`action.${entry.action}`, { defaultValue: entry.action }) : t('unreadable');
  const facts = ({ entry }: AuditEntryShown) =>
    Object.entries(entry?.subject ?? {})
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  return (
    <DataTable
      caption={t('caption')}
      isCaptionHidden
      columns={[
        { label: t('column.when') },
        { label: t('column.who') },
        { label: t('column.what') },
        { label: t('column.link'), isNumber: true },
      ]}
      rows={entries.map((shown) => [
        shown.entry ? t('at', say.instant(shown.entry.at)) : '',
        who(shown),
        <>
          {what(shown)}
          {facts(shown) && (
            <details>
              <summary>{t('facts')}</summary>
              <code className="as-typed">{facts(shown)}</code>
            </details>
          )}
        </>,
        shown.link,
      ])}
    />
  );
}
