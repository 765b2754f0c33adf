import { Prisma } from '~/platform/database/generated/client';
import { database } from '~/platform/database/database.server';
import { isReferenceWellFormed, normaliseReference } from '~/platform/reference';
import { isUuid } from '~/platform/uuid';
import type { Fate } from '~/domain/response';

const ON_A_PAGE = 50;
const MOST_WORDS = 5;

export type ResponseFilter = {
  channel?: string | undefined;
  fate?: string | undefined;
  /** Words that the texts contain, or a public reference: the private one, said on the phone, shows no answer. */
  words?: string | undefined;
  /** The last response of the page before. */
  after?: string | undefined;
};

export type ListedResponse = {
  id: string;
  publicReference: string;
  channel: string;
  source: string | null;
  standing: string;
  receivedAt: Date;
  receivedPrecision: string;
  fate: Fate;
  beginning: string | null;
};

/** The responses of a consultation, the last recorded first, fifty at a time. */
export async function listResponses(
  consultationId: string,
  filter: ResponseFilter,
): Promise<{ responses: ListedResponse[]; next: string | undefined }> {
  const rows = await database().$queryRaw<ListedResponse[]>`
    SELECT r.id, r."publicReference", r.channel, r.source, r.standing, r."receivedAt", r."receivedPrecision", f.fate,
      (SELECT left(t.text, 200) FROM "EffectiveTextAnswer" t WHERE t."responseId" = r.id ORDER BY length(t.text) DESC LIMIT 1) AS beginning
    FROM "Response" r JOIN "ResponseFate" f ON f.id = r.id
    WHERE r."consultationId" = ${consultationId}::uuid ${conditionsOf(filter)}
    ORDER BY r."recordedAt" DESC, r.id DESC LIMIT ${ON_A_PAGE + 1}`;
  const responses = rows.slice(0, ON_A_PAGE);
  return { responses, next: rows.length > ON_A_PAGE ? responses.at(-1)?.id : undefined };
}

function conditionsOf({ channel, fate, words, after }: ResponseFilter): Prisma.Sql {
  const conditions = [
    ...(channel ? [Prisma.sql`r.channel = ${channel}`] : []),
    ...(fate ? [Prisma.sql`f.fate = ${fate}`] : []),
    ...(words?.trim() ? [wordsIn(words.trim())] : []),
    ...(isUuid(after)
      ? [
          Prisma.sql`(r."recordedAt", r.id) < (SELECT x."recordedAt", x.id FROM "Response" x WHERE x.id = ${after}::uuid)`,
        ]
      : []),
  ];
  return conditions.length ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
}

function wordsIn(words: string): Prisma.Sql {
  if (isReferenceWellFormed(words)) {
    return Prisma.sql`r."publicReference" = ${normaliseReference(words)}`;
  }
  const patterns = words
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return Prisma.sql`EXISTS (
    SELECT FROM "EffectiveTextAnswer" t WHERE t."responseId" = r.id AND t.text ILIKE ALL (${patterns}::text[]))`;
}

/** The channels by which responses came, in alphabetical order. */
export async function channelsOf(consultationId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ channel: string }[]>`
    SELECT DISTINCT channel FROM "Response" WHERE "consultationId" = ${consultationId}::uuid ORDER BY channel`;
  return rows.map(({ channel }) => channel);
}
