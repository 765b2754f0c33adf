/** What is known of how a response was given, in the order told; each worded from `locales/`. */
const TOLD = [
  'languageUsed',
  'interpreter',
  'helper',
  'onBehalfOf',
  'pages',
  'outside',
  'officerNote',
  'file',
  'record',
] as const;
export type ProvenanceFact = { key: (typeof TOLD)[number]; value: string };

/** What was written where no answer was, in something keyed or put right. */
export function writtenIn(keyed: unknown): string | undefined {
  const isWritten = typeof keyed === 'object' && keyed !== null && 'asWritten' in keyed;
  return isWritten && typeof keyed.asWritten === 'string' ? keyed.asWritten : undefined;
}

/** The facts of a response's provenance, whether keyed or imported, that there are. */
export function provenanceFacts(provenance: unknown): ProvenanceFact[] {
  const known = typeof provenance === 'object' && provenance !== null ? Object.entries(provenance) : [];
  return TOLD.flatMap((key) => {
    const value: unknown = known.find(([name]) => name === key)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? [{ key, value: String(value) }] : [];
  });
}
