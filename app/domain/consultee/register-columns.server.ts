import type { Prisma } from '~/platform/database/generated/client';

// What is read of a consultation and its consultees for the silence rule and the pages of the register.

export const consultationColumns = {
  id: true,
  slug: true,
  zone: true,
  publishedAt: true,
  opensAt: true,
  closesAt: true,
  postClosesAt: true,
  postRule: true,
  postLastArrivalAt: true,
  isHeldElsewhere: true,
  settledAt: true,
} satisfies Prisma.ConsultationSelect;

export const noticeColumns = {
  id: true,
  consulteeId: true,
  kind: true,
  method: true,
  language: true,
  content: true,
  toAddress: true,
  deliveryId: true,
  sentAt: true,
  postedOn: true,
  handedOverAt: true,
  handedOverRecord: true,
  acknowledgedAt: true,
  failedAt: true,
  failure: true,
  recordedAt: true,
} satisfies Prisma.NoticeSelect;

export const replyColumns = {
  id: true,
  consulteeId: true,
  kind: true,
  text: true,
  channel: true,
  receivedAt: true,
  receivedEvidence: true,
  recordedAt: true,
  mayBeNamed: true,
  arrival: { select: { number: true, postmarkOn: true, recordedAt: true, timelyRefusedById: true } },
} satisfies Prisma.ConsulteeReplySelect;

export const consulteeColumns = {
  id: true,
  name: true,
  kind: true,
  email: true,
  postalAddress: true,
  language: true,
  signedUpPersonally: true,
  acceptedCodeAt: true,
  acceptedCodeEvidence: true,
  recordedAt: true,
  closesAt: true,
  withdrewAt: true,
} satisfies Prisma.ConsulteeSelect;
