import { randomUUID } from 'node:crypto';
import { submitResponse, type SentDraft, type Submitted } from '~/domain/response/submit-response.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import type { Organisation } from '~/domain/response';
import type { Answers } from '~/domain/questionnaire';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { database, pool } from '~/platform/database/database.server';
import { newReference } from '~/platform/reference';

export type NewResponse = {
  channel?: string;
  source?: string;
  standing?: string;
  organisation?: Organisation;
  language?: string;
  answers?: Answers;
  /** By text id: a question's, or `<question>--other`. */
  texts?: Record<string, string>;
  receivedAt?: string;
  mayPublishAnswer?: boolean;
  mayPublishName?: boolean;
  confidentialReason?: string;
  contact?: { name?: string; email?: string; postalAddress?: string; wantsReport?: boolean };
  provenance?: Record<string, string>;
  arrivalId?: string;
};

/** Responses written straight into the tables, received at the hub's clock unless said otherwise. Answers their ids. */
export async function someResponses(
  consultation: { id: string; questionnaireVersionId: string },
  responses: readonly NewResponse[],
): Promise<string[]> {
  const now = toDate(await hubNow());
  const rows = responses.map((response) => ({ id: randomUUID(), response }));
  await database().response.createMany({
    data: rows.map(({ id, response }) => ({
      id,
      consultationId: consultation.id,
      questionnaireVersionId: consultation.questionnaireVersionId,
      reference: newReference(),
      publicReference: newReference(),
      channel: response.channel ?? 'web',
      source: response.source ?? null,
      standing: response.standing ?? 'individual',
      ...(response.organisation && { organisation: response.organisation }),
      ...(response.provenance && { provenance: response.provenance }),
      language: response.language ?? 'en',
      receivedAt: response.receivedAt ? new Date(response.receivedAt) : now,
      recordedAt: now,
      isLate: false,
      mayPublishAnswer: response.mayPublishAnswer ?? false,
      mayPublishName: response.mayPublishName ?? false,
      confidentialReason: response.confidentialReason ?? null,
      arrivalId: response.arrivalId ?? null,
    })),
  });
  await database().answerSheet.createMany({
    data: rows.map(({ id, response }) => ({ responseId: id, answers: response.answers ?? {} })),
  });
  await database().textAnswer.createMany({
    data: rows.flatMap(({ id, response }) =>
      Object.entries(response.texts ?? {}).map(([questionId, text]) => ({
        responseId: id,
        questionId,
        consultationId: consultation.id,
        text,
        textKey: textKeyOf(text),
      })),
    ),
  });
  await database().contact.createMany({
    data: rows.flatMap(({ id, response }) =>
      response.contact ? [{ responseId: id, ...response.contact }] : [],
    ),
  });
  return rows.map(({ id }) => id);
}

/** A draft to be handed in, as it stands. */
export async function sentDraft(id: string): Promise<SentDraft> {
  const { rows } = await pool().query<SentDraft>(
    'SELECT *, xmin::text AS version FROM "ResponseDraft" WHERE id = $1',
    [id],
  );
  if (!rows[0]) throw new Error(`There is no draft ${id}`);
  return rows[0];
}

/** Hands in a draft as it stands; by default the hub has just had the whole request. */
export async function submitDraft(id: string, receivedAtMark = performance.now()): Promise<Submitted> {
  return submitResponse({ draft: await sentDraft(id), receivedAtMark });
}
