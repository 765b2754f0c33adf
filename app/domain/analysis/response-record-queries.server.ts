import { recordAudit } from '~/domain/audit/index.server';
import { may } from '~/domain/arrival/index.server';
import type { AccessibleConsultation } from '~/domain/consultation/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { asWrittenIn, type Provenance } from '~/domain/keying';
import { effectiveAnswers } from '~/domain/keying/index.server';
import { followRoute, joinTexts, questionsOf, type Answers } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/index.server';
import { organisationSchema, type Fate } from '~/domain/response';
import { database, inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { writtenIn } from './provenance-facts';

/** What is asked of the database about one response. */
const columns = {
  id: true,
  questionnaireVersionId: true,
  publicReference: true,
  channel: true,
  source: true,
  language: true,
  receivedAt: true,
  receivedEvidence: true,
  receivedPrecision: true,
  recordedAt: true,
  recordedById: true,
  standing: true,
  organisation: true,
  confidentialReason: true,
  provenance: true,
  arrival: { select: { id: true, number: true } },
  link: { select: { body: { select: { name: true } } } },
  withdrawal: { select: { withdrawnAt: true } },
  lateDecision: { select: { isConsidered: true, reasons: true, decidedById: true, decidedAt: true } },
  exclusions: {
    orderBy: { proposedAt: 'desc' },
    select: {
      id: true,
      kind: true,
      reason: true,
      proposedById: true,
      proposedAt: true,
      approvedAt: true,
      reversedAt: true,
    },
  },
  keyedCorrections: {
    orderBy: { correctedAt: 'asc' },
    select: { id: true, questionId: true, before: true, after: true, correctedById: true, correctedAt: true },
  },
  riskFlags: { select: { id: true }, take: 1 },
} as const;

/**
 * One response in full: every answer as it counts, where it came from, and what became of it. No name or address,
 * unless this person may see them; then that look is written down.
 * @throws HubError `not-found`
 */
export async function openResponse(actor: Actor, consultation: AccessibleConsultation, responseId: string) {
  if (!isUuid(responseId)) throw notFound();
  const [response, [judged]] = await Promise.all([
    database().response.findFirst({
      where: { id: responseId, consultationId: consultation.id },
      select: columns,
    }),
    database().$queryRaw<Array<{ fate: Fate; mayPublishAnswer: boolean; mayPublishName: boolean }>>`
      SELECT f.fate, p."mayPublishAnswer", p."mayPublishName"
      FROM "ResponseFate" f JOIN "EffectivePublishing" p ON p."responseId" = f.id WHERE f.id = ${responseId}::uuid`,
  ]);
  if (!response || !judged) throw notFound();
  const { riskFlags, organisation, arrival, link, ...facts } = response;
  const [answered, people, contact] = await Promise.all([
    answersOf(response),
    namesOf(response),
    readContact(actor, consultation, responseId),
  ]);
  return {
    ...facts,
    ...judged,
    ...answered,
    asWritten: asWrittenNow(response),
    organisation: organisationSchema.safeParse(organisation).data,
    arrival,
    passedOnBy: link?.body.name,
    isAtRisk: riskFlags.length > 0,
    people,
    contact,
  };
}
export type OpenedResponse = Awaited<ReturnType<typeof openResponse>>;

/** The answers as they count, and the ids of those given to questions that should have been skipped. */
async function answersOf(response: { id: string; questionnaireVersionId: string }) {
  const questionnaire = await frozenQuestionnaire(response.questionnaireVersionId);
  const effective = (await effectiveAnswers([response.id])).get(response.id);
  const answers: Answers = joinTexts(questionnaire, effective?.closed ?? {}, effective?.texts ?? []);
  const shown = new Set(
    followRoute(questionnaire, answers).sections.flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  return {
    questions: questionsOf(questionnaire),
    answers,
    hiddenIds: Object.keys(answers).filter((id) => !shown.has(id)),
  };
}

/** What is kept word for word as no answer, by question id, as the latest correction has it. */
function asWrittenNow(response: {
  provenance: unknown;
  keyedCorrections: ReadonlyArray<{ questionId: string; after: unknown }>;
}): Map<string, string> {
  const { flags = [] } = (response.provenance ?? {}) as Partial<Provenance>;
  const written = new Map(asWrittenIn(flags).map(({ questionId, text }) => [questionId, text]));
  for (const { questionId, after } of response.keyedCorrections) {
    const corrected = writtenIn(after);
    if (corrected) written.set(questionId, corrected);
    else written.delete(questionId);
  }
  return written;
}

/** The names of the officers who had to do with it, by id. */
async function namesOf(response: {
  recordedById: string | null;
  lateDecision: { decidedById: string } | null;
  keyedCorrections: ReadonlyArray<{ correctedById: string }>;
}): Promise<Record<string, string>> {
  const ids = [
    response.recordedById,
    response.lateDecision?.decidedById,
    ...response.keyedCorrections.map(({ correctedById }) => correctedById),
  ].filter((id) => typeof id === 'string');
  const users = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(users.map(({ id, name }) => [id, name]));
}

async function readContact(actor: Actor, consultation: AccessibleConsultation, responseId: string) {
  if (!may(actor, 'see-contacts', consultation)) return null;
  const [contact] = await database().$queryRaw<
    Array<Record<'name' | 'email' | 'emailAsWritten' | 'postalAddress', string | null>>
  >`
    SELECT k.name, k.email, r.provenance->>'emailAsWritten' AS "emailAsWritten", k."postalAddress"
    FROM "Contact" k JOIN "Response" r ON r.id = k."responseId" WHERE r.id = ${responseId}::uuid`;
  if (contact) {
    await inTransaction((tx) =>
      recordAudit(tx, consultation.id, {
        action: 'contact.looked-at',
        actor: { userId: actor.userId },
        subject: { response: responseId },
      }),
    );
  }
  return contact ?? null;
}
