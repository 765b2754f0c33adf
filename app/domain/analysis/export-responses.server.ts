import { escapeLiteral } from 'pg';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import {
  offersOther,
  otherTextId,
  questionIdOfText,
  questionsOf,
  type Question,
  type Questionnaire,
} from '~/domain/questionnaire';
import { copyOut } from '~/platform/database/copy-out.server';
import { database } from '~/platform/database/database.server';
import { routedQuestionnaire } from './results-queries.server';

/** Spreadsheets read a file as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * All counted responses as CSV (RFC 4180, UTF-8), one line each, for others to check the counts (requirements A4):
 * ids of choices and the words that were written, no name, no address, no reference that the respondent knows.
 * Texts of responses given in confidence, or flagged because someone may be at risk, are withheld. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe. Streamed in constant memory.
 */
export async function exportResponses(consultationId: string): Promise<ReadableStream<Uint8Array>> {
  const { questionnaire } = await frozenDocument(consultationId);
  const [{ isCorrected }] = await database().$queryRaw<[{ isCorrected: boolean }]>`
    SELECT EXISTS (SELECT FROM "KeyedCorrection" k JOIN "Response" r ON r.id = k."responseId"
      WHERE r."consultationId" = ${consultationId}::uuid) AS "isCorrected"`;
  const columns = [
    ...factColumns(isCorrected),
    ...questionsOf(questionnaire).flatMap((question) => answerColumns(question, isCorrected)),
  ];
  const header = `${BYTE_ORDER_MARK}${columns.map(({ name }) => name).join(',')}\r\n`;
  return copyOut(
    `SELECT array_to_string(ARRAY[${columns.map(({ cell }) => cell).join(', ')}]::text[], ',', '') || E'\\r\\n'
      FROM "Response" r JOIN "ResponseFate" f ON f.id = r.id JOIN "Consultation" c ON c.id = r."consultationId"
      ${isCorrected ? 'JOIN "EffectivePublishing" p ON p."responseId" = r.id' : ''}
      LEFT JOIN "EffectiveAnswerSheet" a ON a."responseId" = r.id,
      LATERAL (SELECT CASE WHEN r."confidentialReason" IS NOT NULL THEN 'confidential'
        WHEN EXISTS (SELECT FROM "RiskFlag" x WHERE x."responseId" = r.id) THEN 'at-risk' END AS withheld OFFSET 0) w
      ${shownIn(questionnaire)}
      WHERE r."consultationId" = ${escapeLiteral(consultationId)} AND f."isCounted"`,
    { before: header },
  );
}

type Column = { name: string; /** SQL that gives its text, or null */ cell: string };

function factColumns(isCorrected: boolean): Column[] {
  const mayPublish = isCorrected ? 'p' : 'r';
  return [
    { name: 'reference', cell: 'r."publicReference"' },
    { name: 'channel', cell: 'r.channel' },
    { name: 'source', cell: quoted('r.source') },
    { name: 'language', cell: 'r.language' },
    { name: 'received-on', cell: `to_char(r."receivedAt" AT TIME ZONE c.zone, 'YYYY-MM-DD')` },
    { name: 'counted-as', cell: 'f.fate' },
    { name: 'standing', cell: 'r.standing' },
    {
      name: 'organisation',
      cell: `CASE WHEN ${mayPublish}."mayPublishName" THEN ${quoted(`(r.organisation->>'name')`)} END`,
    },
    { name: 'may-be-published', cell: `CASE WHEN ${mayPublish}."mayPublishAnswer" THEN 'yes' ELSE 'no' END` },
    { name: 'texts-withheld', cell: 'w.withheld' },
  ];
}

/** One column a question, two where it offers "other"; ids are letters, digits and hyphens. */
function answerColumns(question: Question, isCorrected: boolean): Column[] {
  const { id } = question;
  const answer = `a.answers->${escapeLiteral(id)}`;
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return [textColumn(id, isCorrected)];
    case 'number':
      return [{ name: id, cell: ifShown(id, `${answer}->>'number'`) }];
    case 'date':
      return [{ name: id, cell: ifShown(id, `${answer}->>'date'`) }];
    case 'multiple-choice': {
      const chosen = `translate(${answer}->>'choices', ',[]" ', ' ')`;
      return [{ name: id, cell: ifShown(id, chosen) }, ...otherColumn(question, isCorrected)];
    }
    default:
      return [{ name: id, cell: ifShown(id, `${answer}->>'choice'`) }, ...otherColumn(question, isCorrected)];
  }
}

function otherColumn(question: Question, isCorrected: boolean): Column[] {
  return offersOther(question) ? [textColumn(otherTextId(question.id), isCorrected)] : [];
}

function textColumn(textId: string, isCorrected: boolean): Column {
  const text = `SELECT ${quoted('t.text')} FROM ${isCorrected ? '"EffectiveTextAnswer"' : '"TextAnswer"'} t
    WHERE t."responseId" = r.id AND t."questionId" = ${escapeLiteral(textId)}`;
  return {
    name: textId,
    cell: ifShown(questionIdOfText(textId), `CASE WHEN w.withheld IS NULL THEN (${text}) END`),
  };
}

/** A cell in quotation marks, and no formula: `=`, `+`, `-`, `@`, a tab or a line end at the start is defused. */
function quoted(text: string): string {
  return `'"' || replace(CASE WHEN ascii(${text}) IN (61, 43, 45, 64, 9, 10, 13) THEN '''' || ${text} ELSE ${text} END, '"', '""') || '"'`;
}

function ifShown(questionId: string, cell: string): string {
  return `CASE WHEN s.shown IS NULL OR ${escapeLiteral(questionId)} = ANY (s.shown) THEN ${cell} END`;
}

/** What was keyed under a question that should have been skipped is not counted, so it is not in the file. */
function shownIn(questionnaire: Questionnaire): string {
  const routed = routedQuestionnaire(questionnaire);
  if (routed === null) return `, (SELECT NULL::text[] AS shown) s`;
  return `, LATERAL (SELECT CASE WHEN r.channel <> 'web'
    THEN shown_questions(${escapeLiteral(routed)}::jsonb, coalesce(a.answers, '{}')) END AS shown OFFSET 0) s`;
}
