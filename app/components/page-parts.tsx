import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';

/** A way back, at the top of a page. */
export function BackLink({ href, children }: { href: string; children?: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <a href={href} className="back-link">
      {children ?? t('back')}
    </a>
  );
}

/** A word for a state, never told by colour alone. */
export function Tag({
  children,
  tone = 'neutral',
}: {
  children: ReactNode;
  tone?: 'neutral' | 'good' | 'warning' | 'bad' | 'info';
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** Something that must not be missed, set apart. */
export function Panel({
  title,
  children,
  tone = 'info',
}: {
  title?: ReactNode;
  children: ReactNode;
  tone?: 'info' | 'good' | 'warning';
}) {
  return (
    <section className={`panel panel-${tone}`}>
      {title && <h2 className="panel-title">{title}</h2>}
      {children}
    </section>
  );
}

/** Facts in pairs, each with an optional link to change it. */
export function SummaryList({
  rows,
}: {
  rows: readonly {
    key: ReactNode;
    value: ReactNode;
    action?: { href: string; label: string; about: string };
  }[];
}) {
  return (
    <dl className="summary-list">
      {rows.map((row, index) => (
        <div key={index} className="summary-row">
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
          {row.action && (
            <dd className="summary-action">
              <a href={row.action.href}>
                {row.action.label}
                <span className="visually-hidden"> {row.action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** A table that scrolls inside itself on a narrow screen, reachable by keyboard. */
export function DataTable({
  caption,
  columns,
  rows,
  isCaptionHidden = false,
}: {
  caption: string;
  columns: readonly { label: ReactNode; isNumber?: boolean }[];
  rows: readonly (readonly ReactNode[])[];
  isCaptionHidden?: boolean;
}) {
  return (
    <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={column.isNumber ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={columns[column]?.isNumber ? 'number' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A bar of a chart; `share` from 0 to 1. Decoration: the figure stands in the table beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="bar-track" width="100" height="8" rx="1" />
      <rect className="bar-fill" width={Math.max(0, Math.min(1, share)) * 100} height="8" rx="1" />
    </svg>
  );
}

/** The way through the pages of a list; one that only leads on leads back to its first page. */
export function Pages({
  first,
  previous,
  next,
}: {
  first?: string | undefined;
  previous?: string | undefined;
  next?: string | undefined;
}) {
  const { t } = useTranslation('common');
  if (!first && !previous && !next) return null;
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      {first && <a href={first}>{t('pages.first')}</a>}
      {previous && (
        <a href={previous} rel="prev">
          {t('pages.previous')}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {t('pages.next')}
        </a>
      )}
    </nav>
  );
}
