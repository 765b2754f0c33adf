import { organisationSchema, type Organisation } from '~/domain/response';
import { isLanguage } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';
import type { PublishedReport } from './published-report';

/**
 * The organisations whose responses count: those that may be named with what their response rests on, by name, and how
 * many asked otherwise or are kept from publication (requirements R5, R6). None where no organisation answered.
 */
export async function organisationsOf(
  consultationId: string,
  tx?: Transaction,
): Promise<PublishedReport['organisations']> {
  const rows = await (tx ?? database()).$queryRaw<{ organisation: Organisation | null; language: string }[]>`
    SELECT CASE WHEN p."mayPublishName" AND is_quotable(f.id) THEN r.organisation END AS organisation, r.language
    FROM "ResponseFate" f JOIN "Response" r ON r.id = f.id JOIN "EffectivePublishing" p ON p."responseId" = f.id
    WHERE f."consultationId" = ${consultationId}::uuid AND f."isCounted" AND f.standing = 'organisation'
    ORDER BY r.organisation->>'name', r.id`;
  if (rows.length === 0) return undefined;
  const named = rows.flatMap(({ organisation, language }) =>
    organisation
      ? [{ ...organisationSchema.parse(organisation), ...(isLanguage(language) && { language }) }]
      : [],
  );
  return { named, unnamed: rows.length - named.length };
}
