import { escapeLiteral } from 'pg';
import { frozenDocument } from '~/domain/consultation/index.server';
import type { Question, Questionnaire } from '~/domain/questionnaire';
import { copyCsv, type CsvColumn } from '~/platform/database/copy-csv.server';
import { database } from '~/platform/database/database.server';
import { routedQuestionnaire } from './results-queries.server';
import { textQuestionsIn, textQuestionsOf } from './text-questions';

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
  const textsInAll = textQuestionsOf(questionnaire).length;
  const sections = questionnaire.sections
    .filter(({ questions }) => questions.length > 0)
    .map(({ questions }, at) => sectionPart(questions, `written${at}`, { isCorrected, textsInAll }));
  return copyCsv(
    [...factColumns(isCorrected), ...sections.flatMap(({ columns }) => columns)],
    `FROM (SELECT r.*, CASE WHEN r."confidentialReason" IS NOT NULL THEN 'confidential'
            WHEN risk."responseId" IS NOT NULL THEN 'at-risk' END AS withheld
          FROM "Response" r LEFT JOIN (SELECT DISTINCT "responseId" FROM "RiskFlag") risk ON risk."responseId" = r.id) r
        JOIN "ResponseFate" f ON f.id = r.id JOIN "Consultation" c ON c.id = r."consultationId"
        ${isCorrected ? 'JOIN "EffectivePublishing" p ON p."responseId" = r.id' : ''}
        LEFT JOIN "EffectiveAnswerSheet" a ON a."responseId" = r.id
        ${shownIn(questionnaire)}
        ${sections.map(({ texts }) => texts).join('')}
      WHERE r."consultationId" = ${escapeLiteral(consultationId)} AND f."isCounted"`,
  );
}

function factColumns(isCorrected: boolean): CsvColumn[] {
  const mayPublish = isCorrected ? 'p' : 'r';
  return [
    { name: 'reference', cell: 'r."publicReference"' },
    { name: 'channel', cell: 'r.channel' },
    { name: 'source', cell: 'r.source', isWords: true },
    { name: 'language', cell: 'r.language' },
    { name: 'received-on', cell: `to_char(r."receivedAt" AT TIME ZONE c.zone, 'YYYY-MM-DD')` },
    { name: 'counted-as', cell: 'f.fate' },
    { name: 'standing', cell: 'r.standing' },
    {
      name: 'organisation',
      cell: `CASE WHEN ${mayPublish}."mayPublishName" AND r.withheld IS NULL THEN r.organisation->>'name' END`,
      isWords: true,
    },
    { name: 'may-be-published', cell: `CASE WHEN ${mayPublish}."mayPublishAnswer" THEN 'yes' ELSE 'no' END` },
    { name: 'texts-withheld', cell: 'r.withheld' },
  ];
}

/**
 * A section's columns, and the SQL that joins its texts. They are read together: looking up each by itself takes three
 * times as long where there are thirty.
 */
function sectionPart(
  questions: readonly Question[],
  written: string,
  { isCorrected, textsInAll }: { isCorrected: boolean; textsInAll: number },
): { columns: CsvColumn[]; texts: string } {
  const textIds = questions.flatMap(textQuestionsIn).map(({ id }) => id);
  const columns = questions.flatMap((question) =>
    answerColumns(question, (textId) => `${written}.text${textIds.indexOf(textId)}`),
  );
  if (textIds.length === 0) return { columns, texts: '' };
  const texts = textIds.map(
    (textId, index) => `max(t.text) FILTER (WHERE t."questionId" = ${escapeLiteral(textId)}) AS text${index}`,
  );
  const isOneOf = `t."questionId" = ANY (ARRAY[${textIds.map(escapeLiteral).join(', ')}])`;
  return {
    columns,
    texts: `, LATERAL (SELECT ${texts.join(', ')} FROM ${isCorrected ? '"EffectiveTextAnswer"' : '"TextAnswer"'} t
      WHERE t."responseId" = r.id ${textIds.length < textsInAll ? `AND ${isOneOf}` : ''}) ${written}`,
  };
}

/** One column a question, two where it offers "other"; ids are letters, digits and hyphens. */
function answerColumns(question: Question, textOf: (textId: string) => string): CsvColumn[] {
  const { id } = question;
  const answer = `a.answers->${escapeLiteral(id)}`;
  const texts = textQuestionsIn(question).map((text) => ({
    name: text.id,
    cell: ifShown(id, `CASE WHEN r.withheld IS NULL THEN ${textOf(text.id)} END`),
    isWords: true,
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
