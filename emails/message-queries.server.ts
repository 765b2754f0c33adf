import { listingSchema, REQUEST_PAGES, type RequestKind } from '~/domain/consultation';
import { findWorkingTitle } from '~/domain/consultation/index.server';
import { noticeContentSchema } from '~/domain/consultee';
import { noticePath } from '~/domain/consultee/index.server';
import type { MessageProps } from '~/domain/delivery';
import { linkPath } from '~/domain/identity/index.server';
import { phraseFor, resumePath } from '~/domain/response/index.server';
import { addressIn, isLanguage, localize, type Language } from '~/domain/translation';
import { configuration } from '~/platform/configuration.server';
import { database } from '~/platform/database/database.server';
import type { ApprovalAskedProps } from './approval-asked';
import type { ApprovalDecidedProps } from './approval-decided';
import type { InvitationProps } from './invitation';
import type { NoticeProps } from './notice-parts';
import type { PasswordLinkProps } from './password-link';
import type { ProblemReplyProps } from './problem-reply';
import type { ReceiptProps } from './receipt';
import type { ReportPublishedProps } from './report-published';
import type { ResponseWithdrawnProps } from './response-withdrawn';
import type { ResumeLinkProps } from './resume-link';

// What the templates are filled with, looked up when a message is sent: a delivery carries ids only.

const consultationColumns = {
  id: true,
  slug: true,
  originalLanguage: true,
  listing: true,
  closesAt: true,
  zone: true,
  feedbackOn: true,
  bodies: { where: { isLeading: true }, select: { body: { select: { name: true } } } },
} as const;

type ConsultationRow = { originalLanguage: string; listing: unknown };

function titleIn(consultation: ConsultationRow, language: Language): string {
  const { title } = listingSchema.parse(consultation.listing);
  const { originalLanguage } = consultation;
  return localize(title, language, isLanguage(originalLanguage) ? originalLanguage : undefined).text;
}

const stated = (at: Date | null, zone: string) => ({ at: (at ?? new Date(0)).toISOString(), zone });

export async function findReceipt(
  { responseId }: MessageProps['receipt'],
  language: Language,
): Promise<ReceiptProps> {
  const { consultation, ...response } = await database().response.findUniqueOrThrow({
    where: { id: responseId },
    select: {
      reference: true,
      receivedAt: true,
      isLate: true,
      replaces: { select: { response: { select: { reference: true } } } },
      consultation: { select: consultationColumns },
    },
  });
  const auditLink = await database().auditLink.findFirst({
    where: { chainId: consultation.id },
    orderBy: { number: 'desc' },
    select: { number: true, hash: true },
  });
  return {
    title: titleIn(consultation, language),
    slug: consultation.slug,
    reference: response.reference,
    phrase: phraseFor(responseId),
    received: stated(response.receivedAt, consultation.zone),
    deadline: stated(consultation.closesAt, consultation.zone),
    isLate: response.isLate,
    replacedReference: response.replaces?.response.reference,
    feedbackOn: consultation.feedbackOn?.toISOString().slice(0, 10),
    auditLink: auditLink ?? undefined,
  };
}

export async function findWithdrawal(
  { responseId }: MessageProps['response-withdrawn'],
  language: Language,
): Promise<ResponseWithdrawnProps> {
  const { consultation, reference, withdrawal } = await database().response.findUniqueOrThrow({
    where: { id: responseId },
    select: {
      reference: true,
      withdrawal: { select: { withdrawnAt: true } },
      consultation: { select: consultationColumns },
    },
  });
  return {
    title: titleIn(consultation, language),
    slug: consultation.slug,
    reference,
    withdrawn: stated(withdrawal?.withdrawnAt ?? null, consultation.zone),
    deadline: stated(consultation.closesAt, consultation.zone),
  };
}

/** The link is derived anew, for its token is kept nowhere. */
export async function findResumeLink(
  { draftId }: MessageProps['resume-link'],
  language: Language,
): Promise<ResumeLinkProps> {
  const { consultation } = await database().responseDraft.findUniqueOrThrow({
    where: { id: draftId },
    select: { consultation: { select: consultationColumns } },
  });
  return {
    title: titleIn(consultation, language),
    path: resumePath(consultation.slug, draftId),
    deadline: stated(consultation.closesAt, consultation.zone),
  };
}

/** A notice as it was written; its link is derived anew, for a token is kept nowhere. */
export async function findNoticeMessage<Kind extends string>(
  { noticeId }: { noticeId: string },
  language: Language,
): Promise<NoticeProps & { kind: Kind }> {
  const notice = await database().notice.findUniqueOrThrow({
    where: { id: noticeId },
    select: { kind: true, content: true, consultee: { select: { name: true } } },
  });
  return {
    kind: notice.kind as Kind,
    consulteeName: notice.consultee.name,
    link: new URL(addressIn(language, noticePath(noticeId)), configuration().baseUrl).href,
    content: noticeContentSchema.parse(notice.content),
  };
}

export async function findReportPublished(
  { consultationId, audience }: MessageProps['report-published'],
  language: Language,
): Promise<ReportPublishedProps> {
  const consultation = await database().consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: consultationColumns,
  });
  return {
    title: titleIn(consultation, language),
    slug: consultation.slug,
    bodyName: consultation.bodies[0]?.body.name ?? '',
    audience,
  };
}

export async function findProblemReply(
  { problemId }: MessageProps['problem-reply'],
  language: Language,
): Promise<ProblemReplyProps> {
  const problem = await database().problemReport.findUniqueOrThrow({
    where: { id: problemId },
    select: { text: true, reply: true, consultation: { select: consultationColumns } },
  });
  return {
    title: titleIn(problem.consultation, language),
    slug: problem.consultation.slug,
    problem: problem.text,
    reply: problem.reply ?? '',
  };
}

/** A request for a second person, with its title as staff see it: a draft is listed nowhere yet. */
async function findRequest(requestId: string, language: Language) {
  const request = await database().approvalRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: {
      kind: true,
      consultationId: true,
      requestedById: true,
      decision: true,
      decidedById: true,
      note: true,
      consultation: { select: { originalLanguage: true } },
    },
  });
  const { originalLanguage } = request.consultation;
  const original = isLanguage(originalLanguage) ? originalLanguage : undefined;
  const kind = request.kind as RequestKind;
  return {
    request,
    shared: {
      title: localize(await findWorkingTitle(request.consultationId), language, original).text,
      kind,
      path: `/officer/consultations/${request.consultationId}/${REQUEST_PAGES[kind]}`,
    },
  };
}

async function nameOf(userId: string | null): Promise<string> {
  const user = await database().user.findUnique({ where: { id: userId ?? '' }, select: { name: true } });
  return user?.name ?? '';
}

export async function findApprovalAsked(
  { requestId }: MessageProps['approval-asked'],
  language: Language,
): Promise<ApprovalAskedProps> {
  const { request, shared } = await findRequest(requestId, language);
  return { ...shared, askedBy: await nameOf(request.requestedById) };
}

export async function findApprovalDecided(
  { requestId }: MessageProps['approval-decided'],
  language: Language,
): Promise<ApprovalDecidedProps> {
  const { request, shared } = await findRequest(requestId, language);
  return {
    ...shared,
    isApproved: request.decision === 'approved',
    decidedBy: await nameOf(request.decidedById),
    note: request.note ?? undefined,
  };
}

export async function findInvitation({
  userId,
  invitationId,
}: MessageProps['invitation']): Promise<InvitationProps> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, memberships: { select: { body: { select: { name: true } } } } },
  });
  return {
    name: user.name,
    bodies: user.memberships.map(({ body }) => body.name),
    path: linkPath('invitation', invitationId),
  };
}

export async function findPasswordLink({
  userId,
  linkId,
}: MessageProps['password-link']): Promise<PasswordLinkProps> {
  const { name } = await database().user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true },
  });
  return { name, path: linkPath('password', linkId) };
}
