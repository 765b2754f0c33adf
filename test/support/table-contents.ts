import { pool } from '~/platform/database/database.server';

/** Written by merely knocking: attempts at signing in, sessions, and the hub's own signs of life. */
const KNOCKING = ['Attempt', 'Session', 'NodeHeartbeat', 'WorkerHeartbeat', 'Verification'];

/** Of each table of the hub, how many rows it has and a sum over what they hold. */
export async function tableContents(): Promise<Record<string, string>> {
  const { rows: tables } = await pool().query<{ name: string; query: string }>(
    `SELECT table_name AS name,
        format('SELECT %L AS name, count(*) || '' rows, '' || coalesce(sum(hashtext(t::text)), 0) AS contents FROM %I t',
          table_name, table_name) AS query
      FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1) ORDER BY table_name`,
    [KNOCKING],
  );
  const { rows } = await pool().query<{ name: string; contents: string }>(
    tables.map(({ query }) => query).join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, contents }) => [name, contents]));
}

/** How many rows some tables have. */
export async function rowCounts(names: readonly string[]): Promise<Record<string, number>> {
  const contents = await tableContents();
  return Object.fromEntries(names.map((name) => [name, Number.parseInt(contents[name] ?? '0', 10)]));
}

/** Every row of the hub and of its jobs in clear, as a dump shows it; without the mailbox, which no real hub keeps. */
export async function databaseInClear(): Promise<string> {
  const { rows } = await pool().query<{ contents: string }>(
    `SELECT query_to_xml(format('SELECT * FROM %I.%I', table_schema, table_name), true, true, '')::text AS contents
      FROM information_schema.tables
      WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE' AND table_name <> 'MailboxMessage'`,
  );
  return rows.map(({ contents }) => contents).join('\n');
}
