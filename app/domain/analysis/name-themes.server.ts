import { HubError } from '~/domain/hub-error';
import { localizedSchema, type Localized } from '~/domain/translation';
import type { Transaction } from '~/platform/database/database.server';
import { lockCodebooks } from './codebook-changes.server';
import { firstShared } from './theme';

/**
 * Names themes anew, within a change to the report that shows them; also those that were taken out of use, which suggest
 * nothing. What was read under them stays.
 * @param fieldOf the form field of a theme's name
 * @throws HubError `theme-words-taken` (409), by field, where another theme of the question is suggested by the same text
 */
export async function nameThemes(
  tx: Transaction,
  consultationId: string,
  names: readonly { id: string; name: Localized }[],
  fieldOf: (themeId: string) => string,
): Promise<void> {
  await lockCodebooks(tx, consultationId, names);
  const stored = await tx.theme.findMany({
    where: { consultationId, retiredAt: null },
    select: { id: true, questionId: true, name: true, matches: true },
  });
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const inUse = stored.map(({ name, ...theme }) => ({
    ...theme,
    name: nameOf.get(theme.id) ?? localizedSchema.parse(name),
  }));
  const fields = inUse
    .filter(({ id }) => nameOf.has(id))
    .flatMap((theme) => {
      const others = inUse.filter(({ id, questionId }) => questionId === theme.questionId && id !== theme.id);
      const words = firstShared(theme, others);
      return words === undefined
        ? []
        : [[fieldOf(theme.id), { code: 'theme-words-taken', values: { words } }]];
    });
  if (fields.length > 0) {
    throw new HubError('theme-words-taken', { status: 409, fields: Object.fromEntries(fields) });
  }
  await tx.$executeRaw`
    UPDATE "Theme" t SET name = x.name FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb) x(id uuid, name jsonb)
    WHERE t.id = x.id AND t."consultationId" = ${consultationId}::uuid`;
}
