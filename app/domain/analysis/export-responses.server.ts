import { escapeLiteral } from 'pg';
import { frozenDocument } from '~/domain/consultation/index.server';
import type { Question, Questionnaire } from '~/domain/questionnaire';
import { copyOut } from '~/platform/database/copy-out.server';
import { database } from '~/platform/database/database.server';
import { routedQuestionnaire } from './results-queries.server';
import { textQuestionsIn } from './text-questions';

/** Spreadsheets read a file as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';
const CELLS_AT_ONCE = 50;

/**
 * All counted responses as CSV (RFC 4180, UTF-8), one line each, for others to check the counts (requirements A4):
 * ids of choices and the words that were written, no name, no address, no reference that the respondent knows.
 * Texts of responses given in confidence, or flagged because someone may be at risk, are withheld. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe. Streamed in constant memory, in no order.
 */
export async function exportResponses(consultationId: string): Promise<ReadableStream<Uint8Array>> {
  const { questionnaire } = await frozenDocument(consultationId);
  const [{ isCorrected }] = await database().$queryRaw<[{ isCorrected: boolean }]>`
    SELECT EXISTS (SELECT FROM "KeyedCorrection" k JOIN "Response" r ON r.id = k."responseId"
      WHERE r."consultationId" = ${consultationId}::uuid) AS "isCorrected"`;
  const facts = factColumns(isCorrected);
  const sections = questionnaire.sections
    .filter(({ questions }) => questions.length > 0)
    .map(({ questions }) => sectionPart(questions, isCorrected));
  const names = [...facts.map(({ name }) => name), ...sections.flatMap((section) => section.names)];
  const parts = [...facts.map(({ cell }) => cell), ...sections.map((_, at) => `section${at}.cells`)];
  return copyOut(
    `SELECT ${joined(parts)} || E'\\r\\n'
      FROM (SELECT r.*, CASE WHEN r."confidentialReason" IS NOT NULL THEN 'confidential'
            WHEN risk."responseId" IS NOT NULL THEN 'at-risk' END AS withheld
          FROM "Response" r LEFT JOIN (SELECT DISTINCT "responseId" FROM "RiskFlag") risk ON risk."responseId" = r.id) r
        JOIN "ResponseFate" f ON f.id = r.id JOIN "Consultation" c ON c.id = r."consultationId"
        ${isCorrected ? 'JOIN "EffectivePublishing" p ON p."responseId" = r.id' : ''}
        LEFT JOIN "EffectiveAnswerSheet" a ON a."responseId" = r.id
        ${shownIn(questionnaire)}
        ${sections.map(({ cells }, at) => `, LATERAL (${cells}) section${at}`).join('')}
      WHERE r."consultationId" = ${escapeLiteral(consultationId)} AND f."isCounted"`,
    { before: `${BYTE_ORDER_MARK}${names.join(',')}\r\n` },
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
      cell: `CASE WHEN ${mayPublish}."mayPublishName" AND r.withheld IS NULL THEN ${quoted(`(r.organisation->>'name')`)} END`,
    },
    { name: 'may-be-published', cell: `CASE WHEN ${mayPublish}."mayPublishAnswer" THEN 'yes' ELSE 'no' END` },
    { name: 'texts-withheld', cell: 'r.withheld' },
  ];
}

/**
 * A section's columns, and the SQL that gives their cells. Its texts are read together: looking up each by itself takes
 * three times as long where there are thirty.
 */
function sectionPart(
  questions: readonly Question[],
  isCorrected: boolean,
): { names: string[]; cells: string } {
  const textIds = questions.flatMap(textQuestionsIn).map(({ id }) => id);
  const columns = questions.flatMap((question) =>
    answerColumns(question, (textId) => `written.text${textIds.indexOf(textId)}`),
  );
  const texts = textIds.map(
    (textId, at) => `max(t.text) FILTER (WHERE t."questionId" = ${escapeLiteral(textId)}) AS text${at}`,
  );
  const written = `(SELECT ${texts.join(', ')} FROM ${isCorrected ? '"EffectiveTextAnswer"' : '"TextAnswer"'} t
    WHERE t."responseId" = r.id AND t."questionId" = ANY (ARRAY[${textIds.map(escapeLiteral).join(', ')}])) written`;
  return {
    names: columns.map(({ name }) => name),
    cells: `SELECT ${joined(columns.map(({ cell }) => cell))} AS cells ${textIds.length > 0 ? `FROM ${written}` : ''}`,
  };
}

/** One column a question, two where it offers "other"; ids are letters, digits and hyphens. */
function answerColumns(question: Question, textOf: (textId: string) => string): Column[] {
  const { id } = question;
  const answer = `a.answers->${escapeLiteral(id)}`;
  const texts = textQuestionsIn(question).map((text) => ({
    name: text.id,
    cell: ifShown(id, `CASE WHEN r.withheld IS NULL THEN ${quoted(textOf(text.id))} END`),
  }));
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return texts;
    case 'number':
      return [{ name: id, cell: ifShown(id, `${answer}->>'number'`) }];
    case 'date':
      return [{ name: id, cell: ifShown(id, `${answer}->>'date'`) }];
    case 'multiple-choice': {
      const chosen = `translate(${answer}->>'choices', ',[]" ', ' ')`;
      return [{ name: id, cell: ifShown(id, chosen) }, ...texts];
    }
    default:
      return [{ name: id, cell: ifShown(id, `${answer}->>'choice'`) }, ...texts];
  }
}

/** Cells with commas between them. `concat` is the fastest there is; a function takes at most a hundred arguments. */
function joined(cells: readonly string[]): string {
  const groups: string[] = [];
  for (let from = 0; from < cells.length; from += CELLS_AT_ONCE) {
    groups.push(`concat(${cells.slice(from, from + CELLS_AT_ONCE).join(`, ',', `)})`);
  }
  return groups.join(` || ',' || `);
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
