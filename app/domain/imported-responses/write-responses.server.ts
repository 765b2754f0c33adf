import { recordAudit } from '~/domain/audit/index.server';
import type { Actor } from '~/domain/identity';
import { textKeyOf } from '~/domain/response/index.server';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { toDate } from '~/platform/database/clock.server';
import { database, inTransaction, type Transaction } from '~/platform/database/database.server';
import { newReference } from '~/platform/reference';
import { differencesOf } from './differences-of';
import { importedId } from './imported-id';
import type { ImportMap } from './import-map';
import { createPastConsultation, type PastConsultation } from './past-consultation.server';
import type { ReadRow } from './read-row';

/** A reference is taken once in a great while: another one is tried. */
const TRIES = 5;

/** What the responses of one load have in common; no consultation before the first of them. */
export type Load = {
  actor: Actor;
  bodyId: string;
  map: ImportMap;
  consultation: PastConsultation | undefined;
  fileName: string;
};
type LoadInto = Load & { consultation: PastConsultation };

/** What came of a batch: how many rows were new, and those that were loaded before with other content, which stays. */
export type Written = { written: number; differing: DifferingRow[] };
export type DifferingRow = { key: string; differsIn: string[] };

/**
 * Writes the rows that are not there yet, in one transaction with its audit entry and, if they are the first, with their
 * consultation. Answers how many were new, which were loaded with other content, and the consultation.
 * @param rows at least one
 * @throws HubError `report-is-published` (409), also where it was published since the load began
 */
export async function writeResponses(
  begun: Load,
  rows: readonly ReadRow[],
): Promise<Written & { consultation: PastConsultation }> {
  const { actor, bodyId, map } = begun;
  return withRuleRefusals(() =>
    inTransaction(async (tx) => {
      const consultation = begun.consultation ?? (await createPastConsultation(tx, actor, bodyId, map));
      const load: LoadInto = { ...begun, consultation };
      let written = 0;
      let missing = rows;
      for (let tries = 0; missing.length > 0 && tries < TRIES; tries += 1) {
        written += await insertNew(tx, load, missing);
        missing = await notThere(tx, load, missing);
      }
      if (missing.length > 0) throw new Error('Responses could not be given references of their own');
      if (written > 0) {
        await recordAudit(tx, consultation.id, {
          action: 'responses.imported',
          actor: { userId: actor.userId },
          subject: { map: map.id, responses: written },
        });
      }
      const differing = written < rows.length ? (await compare(tx, load, rows)).differing : [];
      return { consultation, written, differing };
    }),
  );
}

const idOf = ({ map }: Load, { key }: ReadRow) => importedId('response', map.id, key);

/** What would come of writing the rows. */
export async function compareResponses(load: Load, rows: readonly ReadRow[]): Promise<Written> {
  const { missing, differing } = await compare(database(), load, rows);
  return { written: missing.length, differing };
}

/** One statement for the whole batch; a row that is there already, or whose reference is taken, is passed over. */
async function insertNew(tx: Transaction, load: LoadInto, rows: readonly ReadRow[]): Promise<number> {
  const { actor, map, consultation, fileName } = load;
  const items = rows.map((row) => ({
    id: idOf(load, row),
    reference: newReference(),
    publicReference: newReference(),
    channel: row.channel,
    source: row.source,
    receivedAt: toDate(row.received.at).toISOString(),
    receivedPrecision: row.received.precision,
    provenance: { file: fileName, record: row.key, ...(row.note && { officerNote: row.note }) },
    answers: row.closed,
    texts: row.texts.map((text) => ({ ...text, textKey: textKeyOf(text.text) })),
  }));
  const [result] = await tx.$queryRaw<[{ written: number }]>`
    WITH item AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS x(id uuid, reference text, "publicReference" text,
        channel text, source text, "receivedAt" timestamptz, "receivedPrecision" text, provenance jsonb, answers jsonb, texts jsonb)),
    written AS (
      INSERT INTO "Response" (id, "consultationId", "questionnaireVersionId", reference, "publicReference", channel, source,
          language, "receivedAt", "receivedPrecision", "recordedAt", "recordedById", "isLate", "mayPublishAnswer", provenance)
        SELECT id, ${consultation.id}::uuid, ${consultation.questionnaireVersionId}::uuid, reference, "publicReference", channel,
          source, ${map.language}, "receivedAt", "receivedPrecision", hub_now(), ${actor.userId}, false, ${map.mayBePublished}, provenance
        FROM item ON CONFLICT DO NOTHING RETURNING id),
    sheets AS (
      INSERT INTO "AnswerSheet" ("responseId", answers) SELECT id, answers FROM item JOIN written USING (id)),
    texts AS (
      INSERT INTO "TextAnswer" ("responseId", "questionId", "consultationId", text, "textKey")
        SELECT id, t."questionId", ${consultation.id}::uuid, t.text, t."textKey" FROM item JOIN written USING (id),
          jsonb_to_recordset(item.texts) AS t("questionId" text, text text, "textKey" text))
    SELECT count(*)::int AS written FROM written`;
  return result.written;
}

async function notThere(tx: Transaction, load: Load, rows: readonly ReadRow[]): Promise<ReadRow[]> {
  const ids = rows.map((row) => idOf(load, row));
  const there = await tx.response.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(there.map(({ id }) => id));
  return rows.filter((_row, index) => !known.has(ids[index] ?? ''));
}

async function compare(tx: Transaction, load: Load, rows: readonly ReadRow[]) {
  const stored = await tx.response.findMany({
    where: { id: { in: rows.map((row) => idOf(load, row)) } },
    select: {
      id: true,
      channel: true,
      source: true,
      receivedAt: true,
      receivedPrecision: true,
      provenance: true,
      answerSheet: { select: { answers: true } },
      texts: { select: { questionId: true, text: true } },
    },
  });
  const byId = new Map(stored.map((response) => [response.id, response]));
  const missing: ReadRow[] = [];
  const differing: DifferingRow[] = [];
  for (const row of rows) {
    const before = byId.get(idOf(load, row));
    if (!before) {
      missing.push(row);
      continue;
    }
    const differsIn = differencesOf(before, row);
    if (differsIn.length > 0) differing.push({ key: row.key, differsIn });
  }
  return { missing, differing };
}
