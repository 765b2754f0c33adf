import { HubError, notFound } from '~/domain/hub-error';
import { pathOfText, splitTexts, validateAnswers } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/index.server';
import { isRefusedByDatabase, sqlStateOf } from '~/platform/database/database-errors.server';
import { pool } from '~/platform/database/database.server';
import { newReference } from '~/platform/reference';
import type { Draft } from './response-draft';
import { phraseFor, phraseHash } from './receipt-phrase.server';
import { respondentAboutSchema } from './respondent-about';
import { textKeyOf } from './text-key.server';
import { batched } from '~/platform/turn-batcher';

/** What is sent of a draft, as it was just read. */
export type SentDraft = Pick<
  Draft,
  | 'id'
  | 'version'
  | 'consultationId'
  | 'questionnaireVersionId'
  | 'language'
  | 'linkId'
  | 'replacesId'
  | 'submittedAt'
> & { answers: unknown; about: unknown };

/** A respondent's draft to be handed in; `receivedAtMark` is the monotonic time (ms) when the hub had the whole request. */
export type Submission = { draft: SentDraft; receivedAtMark: number };

export type Submitted = {
  /**
   * 'repeated': the same form again, answered with the first one's reference. 'changed': the draft was written or
   * deleted since it was read; nothing was sent.
   */
  outcome: 'accepted' | 'repeated' | 'not-open' | 'changed';
  reference: string | null;
  /** In the register of late answers. */
  isLate: boolean | null;
  receivedAt: Date | null;
};

/**
 * Hands in a draft: from here on it counts (requirements R2, D1). The database works out when it was received
 * from its own time and the wait inside the hub. Submissions that arrive together share a transaction; each is
 * answered after the commit and none affects another.
 *
 * @throws HubError `answers-incomplete` (409; required answers are missing).
 */
export async function submitResponse({ draft, receivedAtMark }: Submission): Promise<Submitted> {
  return draft.submittedAt ? readSent(draft.id) : writeUnderAReference(await prepare(draft, receivedAtMark));
}

/** What was sent before is answered as it was then: a draft that was sent holds no answers any more. */
async function readSent(id: string): Promise<Submitted> {
  const { rows } = await pool().query<Omit<Submitted, 'outcome'>>(
    'SELECT reference, "isLate", "receivedAt" FROM "Response" WHERE id = $1',
    [id],
  );
  if (!rows[0]) throw notFound();
  return { outcome: 'repeated', ...rows[0] };
}

/** The draft as the database function takes it. */
async function prepare(draft: SentDraft, receivedAtMark: number) {
  const questionnaire = await frozenQuestionnaire(draft.questionnaireVersionId);
  const { answers, errors } = validateAnswers(questionnaire, draft.answers);
  if (Object.keys(errors).length > 0) throw new HubError('answers-incomplete', { status: 409 });
  const about = respondentAboutSchema.parse(draft.about);
  const { closed, texts } = splitTexts(questionnaire, answers);
  return {
    id: draft.id,
    draftVersion: draft.version,
    consultationId: draft.consultationId,
    questionnaireVersionId: draft.questionnaireVersionId,
    reference: newReference(),
    publicReference: newReference(),
    phraseHash: phraseHash(phraseFor(draft.id)),
    language: draft.language,
    receivedAtMark,
    standing: about.standing ?? 'individual',
    organisation: about.organisation ?? null,
    mayPublishAnswer: about.mayPublishAnswer ?? false,
    mayPublishName: about.mayPublishName ?? false,
    confidentialReason: about.confidentialReason ?? null,
    linkId: draft.linkId,
    replacesId: draft.replacesId ?? undefined,
    answers: closed,
    texts: texts.map(({ questionId, text }) => ({
      questionId,
      path: pathOfText(questionId),
      textKey: textKeyOf(text),
    })),
    contact:
      about.name || about.email
        ? { name: about.name ?? null, email: about.email ?? null, wantsReport: about.wantsReport ?? true }
        : null,
  };
}
type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Not more at a time, so that the next are prepared while these are written. */
const LARGEST_BATCH = 32;

/** References collide once in a great while: then it is tried with others, received when it was. */
async function writeUnderAReference(prepared: Prepared): Promise<Submitted> {
  try {
    return await writeResponse(prepared);
  } catch (error) {
    if (!isReferenceTaken(error)) throw error;
    return writeResponse({ ...prepared, reference: newReference(), publicReference: newReference() });
  }
}

const isReferenceTaken = (error: unknown) =>
  sqlStateOf(error) === '23505' && (error as { constraint?: string }).constraint === 'Response_reference_key';

const writeResponse = batched(writeResponses, {
  atOnce: 1,
  largest: LARGEST_BATCH,
  isAhead: true,
  mayBeOfOne: isRefusedByDatabase,
});

async function writeResponses(batch: Prepared[]): Promise<Array<Submitted | Error>> {
  const rows = await askDatabase(batch);
  const submitted = new Map(rows.map(({ id, ...one }) => [id, one]));
  const answered = new Set<string>();
  return batch.map(({ id }) => {
    const result = submitted.get(id);
    if (!result) return notFound();
    const isAgain = answered.has(id); // the same form twice, in one batch
    answered.add(id);
    return isAgain && result.outcome === 'accepted' ? { ...result, outcome: 'repeated' } : result;
  });
}

/** The wait inside the hub ends here, after that for a connection: a queue at the deadline makes nobody late (requirement D1). */
async function askDatabase(batch: Prepared[]): Promise<Array<Submitted & { id: string }>> {
  const client = await pool().connect();
  try {
    const sentAt = performance.now();
    const items = batch.map(({ receivedAtMark, ...item }) => ({
      ...item,
      waitedMs: sentAt - receivedAtMark,
    }));
    const { rows } = await client.query<Submitted & { id: string }>({
      name: 'submit-responses',
      text: `SELECT id, outcome, reference, "isLate", "receivedAt" FROM submit_responses($1::jsonb)`,
      values: [JSON.stringify(items)],
    });
    return rows;
  } finally {
    client.release();
  }
}
