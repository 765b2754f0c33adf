import type { Ability, Actor } from '~/domain/identity';
import { localizedSchema, type Localized } from '~/domain/translation';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import {
  correctionSubjectSchema,
  publishSubjectSchema,
  type ProposedCorrection,
  type RequestKind,
} from './approval-subject';
import { consultationFor, type AccessibleConsultation } from './consultation-access.server';
import { contributorsTo } from './contributors.server';
import { consultationDocumentSchema, type ConsultationDocument } from './document';
import { findDraftProblems } from './draft-problems.server';
import type { Problem } from './publishing';

/** A consultation as its staff write it: after publishing, what was published. */
export type WorkingDraft = { consultation: AccessibleConsultation; document: ConsultationDocument };

/**
 * A consultation with its whole draft.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function readDraft(
  actor: Actor,
  consultationId: string,
  ability: Ability = 'see',
): Promise<WorkingDraft> {
  const consultation = await consultationFor(actor, ability, consultationId);
  const { draft } = await database().consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { draft: true },
  });
  return { consultation, document: consultationDocumentSchema.parse(draft) };
}

/** A request for a second person, and what became of it. */
export type ApprovalState = {
  id: string;
  requestedById: string;
  requestedBy: string;
  requestedAt: Date;
  /** Nothing while it waits. */
  decision: 'approved' | 'sent-back' | 'replaced' | null;
  decidedBy: string;
  decidedAt: Date | null;
  note: string | null;
  /** Who may not decide while it waits: who asked, who changed it since it was last approved, the author of a draft. */
  barred: { userId: string; name: string }[];
};

type PublishingState = ApprovalState & { draftVersion: number };

/** A consultation's title as staff see it, published or not. */
export async function findWorkingTitle(consultationId: string): Promise<Localized> {
  const [row] = await database().$queryRaw<{ title: unknown }[]>`
    SELECT draft->'title' AS title FROM "Consultation" WHERE id = ${consultationId}::uuid`;
  return localizedSchema.parse(row?.title ?? {});
}

/** What the pages before publishing show: the draft, what is missing, what to look at again, the latest request. */
export async function readPreparation(actor: Actor, consultationId: string, ability: Ability = 'see') {
  const draft = await readDraft(actor, consultationId, ability);
  const now = await hubNow();
  const [found, request] = await Promise.all([
    findDraftProblems({ consultationId, document: draft.document, now }),
    findLatestRequest(consultationId, 'publish'),
  ]);
  const publishing: PublishingState | undefined = request && {
    ...request.state,
    draftVersion: publishSubjectSchema.parse(request.subject).draftVersion,
  };
  return {
    ...draft,
    now,
    problems: draft.consultation.publishedAt ? ([] as Problem[]) : found.problems,
    warnings: found.warnings,
    request: publishing,
  };
}

/** A published correction, with who wrote and who approved it. */
export type PublishedCorrection = ProposedCorrection & {
  id: string;
  publishedAt: Date;
  writtenBy: string;
  approvedBy: string;
};

const MOST_CORRECTIONS = 100;

/** The corrections of a consultation, newest first, and the latest proposal. */
export async function readCorrections(actor: Actor, consultationId: string) {
  const draft = await readDraft(actor, consultationId);
  const [rows, request] = await Promise.all([
    database().correction.findMany({
      where: { consultationId },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: MOST_CORRECTIONS,
      select: {
        id: true,
        what: true,
        why: true,
        isMaterial: true,
        publishedAt: true,
        writtenById: true,
        approvedById: true,
      },
    }),
    findLatestRequest(consultationId, 'correction'),
  ]);
  const names = await namesOf(rows.flatMap(({ writtenById, approvedById }) => [writtenById, approvedById]));
  return {
    ...draft,
    corrections: rows.map(({ writtenById, approvedById, ...row }): PublishedCorrection => ({
      id: row.id,
      publishedAt: row.publishedAt,
      ...correctionSubjectSchema.parse(row),
      writtenBy: names.get(writtenById) ?? '',
      approvedBy: names.get(approvedById) ?? '',
    })),
    proposal: request && { ...request.state, ...correctionSubjectSchema.parse(request.subject) },
  };
}

/** Which kinds of request of a consultation wait for a second person. */
export async function listWaitingRequests(consultationId: string): Promise<string[]> {
  const rows = await database().approvalRequest.findMany({
    where: { consultationId, decidedAt: null },
    select: { kind: true },
    orderBy: { requestedAt: 'asc' },
  });
  return rows.map(({ kind }) => kind);
}

/** The newest request of a kind for a second person, with who asked and what was decided. */
export async function findLatestRequest(consultationId: string, kind: RequestKind) {
  const row = await database().approvalRequest.findFirst({
    where: { consultationId, kind },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      subject: true,
      requestedById: true,
      requestedAt: true,
      decision: true,
      decidedById: true,
      decidedAt: true,
      note: true,
      consultation: { select: { authorId: true } },
    },
  });
  if (!row) return undefined;
  const { subject, decidedById, decision, consultation, ...others } = row;
  const barred =
    decision === null
      ? [
          row.requestedById,
          ...(kind === 'publish' ? [consultation.authorId] : []),
          ...(await contributorsTo({ consultationId, kind })),
        ]
      : [];
  const names = await namesOf([row.requestedById, ...(decidedById ? [decidedById] : []), ...barred]);
  const state: ApprovalState = {
    ...others,
    decision: decision as ApprovalState['decision'],
    requestedBy: names.get(row.requestedById) ?? '',
    decidedBy: names.get(decidedById ?? '') ?? '',
    barred: [...new Set(barred)].map((userId) => ({ userId, name: names.get(userId) ?? '' })),
  };
  return { subject, state };
}

async function namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
  const people = await database().user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
