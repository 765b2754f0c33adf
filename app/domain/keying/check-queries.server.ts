import type { ArrivalChannel } from '~/domain/arrival';
import { notFound } from '~/domain/hub-error';
import { questionsOf } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/index.server';
import { database, pool, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { compareEntries, type ComparedEntry, type Difference } from './compare-entries';
import { firstEntry, LEFT_AFTER_HOURS } from './sample-checks.server';

const PAGE = 50;

export type WaitingCheck = {
  responseId: string;
  arrivalNumber: number;
  channel: ArrivalChannel;
  drawnAt: Date;
  keyedById: string;
  keyedBy: string | null;
  isRequested: boolean;
  /** Keyed a second time, with differences still to be settled, by this person. */
  checkedById: string | null;
};

/** Keyed responses that wait to be checked, the oldest first. */
export async function listWaitingChecks(consultationId: string): Promise<WaitingCheck[]> {
  const { rows } = await pool().query<WaitingCheck>(
    `SELECT s."responseId", a.number AS "arrivalNumber", a.channel, s."drawnAt", s."keyedById", s."checkedById",
        (SELECT u.name FROM "User" u WHERE u.id = s."keyedById") AS "keyedBy", s."requestedById" IS NOT NULL AS "isRequested"
      FROM "SampleCheck" s JOIN "Response" r ON r.id = s."responseId" JOIN "Arrival" a ON a.id = r."arrivalId"
      WHERE s."consultationId" = $1 AND s."checkedAt" IS NULL ORDER BY a.number LIMIT ${PAGE}`,
    [consultationId],
  );
  return rows;
}

export type SampleFigures = {
  /** Drawn by the sample, without those a person asked for. */
  drawn: number;
  checked: number;
  /** Of those checked, how many had at least one error. */
  withErrors: number;
  /** Answers in the responses checked: the number of questions, each counted once a response. */
  answersChecked: number;
  answersWrong: number;
  /** All that wait, those a person asked for among them. Blocks the report. */
  waiting: number;
};

/** The published error rate of keying and what is still to be checked (requirements R3). */
export async function sampleFigures(consultationId: string, tx?: Transaction): Promise<SampleFigures> {
  const rows = await (tx ?? database()).$queryRaw<
    Array<Omit<SampleFigures, 'answersChecked'> & { versionId: string }>
  >`
    SELECT r."questionnaireVersionId" AS "versionId",
      count(*) FILTER (WHERE s."requestedById" IS NULL)::int AS drawn,
      count(s."checkedAt") FILTER (WHERE s."requestedById" IS NULL)::int AS checked,
      count(*) FILTER (WHERE s."requestedById" IS NULL AND jsonb_array_length(s.differences) > 0)::int AS "withErrors",
      coalesce(sum((SELECT count(*) FROM jsonb_array_elements(s.differences) d WHERE d->>'questionId' NOT LIKE '@%'))
        FILTER (WHERE s."requestedById" IS NULL), 0)::int AS "answersWrong",
      count(*) FILTER (WHERE s."checkedAt" IS NULL)::int AS waiting
    FROM "SampleCheck" s JOIN "Response" r ON r.id = s."responseId"
    WHERE s."consultationId" = ${consultationId}::uuid GROUP BY 1`;
  const questionnaires = await Promise.all(rows.map(({ versionId }) => frozenQuestionnaire(versionId, tx)));
  const figures = { drawn: 0, checked: 0, withErrors: 0, answersChecked: 0, answersWrong: 0, waiting: 0 };
  rows.forEach((row, index) => {
    const questionnaire = questionnaires[index];
    figures.drawn += row.drawn;
    figures.checked += row.checked;
    figures.withErrors += row.withErrors;
    figures.answersWrong += row.answersWrong;
    figures.waiting += row.waiting;
    figures.answersChecked += row.checked * (questionnaire ? questionsOf(questionnaire).length : 0);
  });
  return figures;
}

export type CheckToDo = {
  responseId: string;
  arrivalId: string;
  arrivalNumber: number;
  channel: ArrivalChannel;
  hasScan: boolean;
  questionnaireVersionId: string;
  keyedById: string;
  keyedBy: string | null;
  checkedById: string | null;
  checkedBy: string | null;
  checkedAt: Date | null;
  secondEntry: ComparedEntry | null;
  /** Begun so long ago that another person may key it again. */
  isLeft: boolean;
  /** Asks for confidentiality, as keyed first: nothing of it is published, whatever else the sheet says. */
  isConfidential: boolean;
};

/** A check, without the first entry: whoever keys again must not see it. @throws HubError `not-found` */
export async function readCheck(consultationId: string, responseId: string): Promise<CheckToDo> {
  if (!isUuid(responseId)) throw notFound();
  const { rows } = await pool().query<CheckToDo>(
    `SELECT s."responseId", a.id AS "arrivalId", a.number AS "arrivalNumber", a.channel, a."scanId" IS NOT NULL AS "hasScan",
        r."questionnaireVersionId", s."keyedById", s."checkedById", s."checkedAt", s."secondEntry",
        r."confidentialReason" IS NOT NULL AS "isConfidential",
        coalesce(s."secondKeyedAt" <= hub_now() - make_interval(hours => ${LEFT_AFTER_HOURS}), false) AS "isLeft",
        (SELECT u.name FROM "User" u WHERE u.id = s."keyedById") AS "keyedBy",
        (SELECT u.name FROM "User" u WHERE u.id = s."checkedById") AS "checkedBy"
      FROM "SampleCheck" s JOIN "Response" r ON r.id = s."responseId" JOIN "Arrival" a ON a.id = r."arrivalId"
      WHERE s."consultationId" = $1 AND s."responseId" = $2`,
    [consultationId, responseId],
  );
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** What the two entries have differently, once there is a second one. */
export async function differencesOf({ responseId, secondEntry }: CheckToDo): Promise<Difference[]> {
  return secondEntry ? compareEntries(await firstEntry(database(), responseId), secondEntry) : [];
}
