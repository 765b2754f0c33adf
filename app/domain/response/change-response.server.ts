import { hasEqualityAnswers } from '~/domain/equality/index.server';
import { followRoute, joinTexts, type Answers } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Language } from '~/domain/translation';
import { pool } from '~/platform/database/database.server';
import { hashToken, newToken } from '~/platform/tokens.server';
import { clearDraft } from './clear-draft.server';
import { PUBLISHING_ASKED } from './journey';
import { respondentAboutSchema, type Organisation, type RespondentAbout } from './respondent-about';

type SentRow = {
  consultationId: string;
  questionnaireVersionId: string;
  slug: string;
  linkId: string | null;
  standing: 'individual' | 'organisation';
  organisation: Organisation | null;
  mayPublishAnswer: boolean;
  mayPublishName: boolean;
  confidentialReason: string | null;
  closed: Answers;
  texts: { questionId: string; text: string }[];
  contact: { name: string | null; email: string | null; wantsReport: boolean } | null;
  isInTime: boolean;
};

const SENT = `
  SELECT r."consultationId", r."questionnaireVersionId", c.slug, r."linkId", r.standing, r.organisation, r."mayPublishAnswer",
    r."mayPublishName", r."confidentialReason", s.answers AS closed, hub_now() < c."closesAt" AS "isInTime",
    (SELECT coalesce(json_agg(json_build_object('questionId', t."questionId", 'text', t.text)), '[]')
      FROM "TextAnswer" t WHERE t."responseId" = r.id) AS texts,
    (SELECT json_build_object('name', k.name, 'email', k.email, 'wantsReport', k."wantsReport")
      FROM "Contact" k WHERE k."responseId" = r.id) AS contact
  FROM "Response" r JOIN "AnswerSheet" s ON s."responseId" = r.id JOIN "Consultation" c ON c.id = r."consultationId"
  WHERE r.id = $1 AND r.channel = 'web' AND NOT EXISTS (SELECT FROM "Withdrawal" w WHERE w."responseId" = r.id)`;

const START = `
  INSERT INTO "ResponseDraft" (id, "tokenHash", "consultationId", "questionnaireVersionId", language, "linkId", "replacesId",
    answers, visited, about, "hasEqualityAnswers")
  VALUES (uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`;

/**
 * Begins a new answer, filled with what a response of the web says, that takes its place once it is sent (requirements R2).
 * Until then, and where it comes after the deadline, the response stands as it was sent. The draft that the browser held
 * before (`replaced`) is deleted.
 *
 * @returns the consultation's slug, and the cookie of the new draft
 * @throws HubError `not-found` (also once it was withdrawn), `withdrawal-too-late` (409)
 */
export async function changeResponse({
  responseId,
  language,
  replaced,
}: {
  responseId: string;
  language: Language;
  replaced: string | undefined;
}): Promise<{ slug: string; cookie: string }> {
  const { rows } = await pool().query<SentRow>(SENT, [responseId]);
  const sent = rows[0];
  if (!sent) throw notFound();
  if (!sent.isInTime) throw new HubError('withdrawal-too-late', { status: 409 });
  const questionnaire = await frozenQuestionnaire(sent.questionnaireVersionId);
  const answers = joinTexts(questionnaire, sent.closed, sent.texts);
  const { sections } = followRoute(questionnaire, answers);
  const token = newToken();
  const started = await pool().query<{ id: string }>(START, [
    hashToken(token),
    sent.consultationId,
    sent.questionnaireVersionId,
    language,
    sent.linkId,
    responseId,
    JSON.stringify(answers),
    [...sections.map(({ section }) => section.id), PUBLISHING_ASKED],
    JSON.stringify(aboutOf(sent)),
    await hasEqualityAnswers(responseId),
  ]);
  await clearDraft(replaced);
  return { slug: sent.slug, cookie: `${started.rows[0]?.id}.${token}` };
}

/** What its respondent said about themselves, as a draft holds it. */
function aboutOf(sent: SentRow): RespondentAbout {
  const { standing, mayPublishAnswer, mayPublishName } = sent;
  return respondentAboutSchema.parse({
    standing,
    organisation: sent.organisation ?? undefined,
    name: sent.contact?.name ?? undefined,
    email: sent.contact?.email ?? undefined,
    wantsReport: sent.contact?.wantsReport,
    mayPublishAnswer,
    mayPublishName,
    confidentialReason: sent.confidentialReason ?? undefined,
  });
}
