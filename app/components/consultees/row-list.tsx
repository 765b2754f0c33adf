import type { ReactNode } from 'react';

export type Row = {
  key: string;
  /** What the row is about. */
  title: ReactNode;
  /** How it stands, in a word or two. */
  state?: ReactNode;
  detail: ReactNode;
};

/** Rows of sentences: beside each other where there is room, under each other on a narrow screen. */
export function RowList({ label, rows }: { label: string; rows: readonly Row[] }) {
  return (
    <ul className="row-list" aria-label={label}>
      {rows.map(({ key, title, state, detail }) => (
        <li key={key}>
          <div className="row-title">{title}</div>
          <div>{state}</div>
          <div className="row-detail">{detail}</div>
        </li>
      ))}
    </ul>
  );
}
