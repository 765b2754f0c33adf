/**
 * The SQLSTATE of an error that came from the database, through Prisma or `pg`: five characters such as 23505 (a
 * unique key is taken) or one of the rules' own, HUB01 to HUB08. Undefined for any other error.
 */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = causeOf(error);
  const code = cause?.['originalCode'] ?? (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P2') ? code : undefined;
}

/** Whether what was to be written was refused, rather than the database away or out of something: another try fails alike. */
export function isRefusedByDatabase(error: unknown): boolean {
  return /^(22|23|HUB)/.test(sqlStateOf(error) ?? '');
}

/** What broke a unique key: the names of its columns, or of the index. */
export function takenKeyOf(error: unknown): string[] {
  if (sqlStateOf(error) !== '23505') return [];
  const constraint = causeOf(error)?.['constraint'] as { fields?: string[]; index?: string } | undefined;
  const names = constraint?.fields ?? (constraint?.index ? [constraint.index] : []);
  return names.map((name) => name.replaceAll('"', ''));
}

/** Prisma wraps the adapter's error, whose cause carries what PostgreSQL said. */
function causeOf(error: unknown): Record<string, unknown> | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: unknown } } } | null)?.meta;
  const cause = meta?.driverAdapterError?.cause;
  return typeof cause === 'object' && cause !== null ? (cause as Record<string, unknown>) : undefined;
}
