import { randomUUID } from 'node:crypto';
import type { Template } from '~/domain/delivery';
import { queueDeliveries, type NewDelivery } from '~/domain/delivery/index.server';
import { languageSchema } from '~/domain/translation';
import type { Transaction } from '~/platform/database/database.server';
import { consulteeDeadline, lastPostmarkedArrival, type SentNoticeKind } from './consultee';
import type { ConsulteeRow, Register } from './consultee-rows.server';
import { noticeContentOf, type NoticeContent } from './notice-content';
import { noticeTokenHash } from './notice-token.server';

/** How a notice leaves the hub: by itself, or as a letter that somebody prints, then posts or hands over. */
export type NoticeRoute = 'email' | 'letter';

/** The news of the report is only ever a letter here: its e-mails go out with everyone else's, once for each address. */
type EmailedKind = Exclude<SentNoticeKind, 'report'>;

export type NoticeToWrite = (
  { kind: EmailedKind; route: NoticeRoute } | { kind: 'report'; route: 'letter' }
) & {
  consultee: ConsulteeRow;
  /** What is particular to this notice. */
  particulars?: Partial<NoticeContent>;
  /** Why its e-mail is sent, where it must never be sent twice; otherwise the notice is its own cause. */
  cause?: string;
};

const TEMPLATES = {
  first: 'consultee-notice',
  'fresh-notice': 'consultee-notice',
  'reminder-half-way': 'consultee-reminder',
  'reminder-final': 'consultee-reminder',
  extension: 'consultee-extension',
  outcome: 'consultee-outcome',
  'contest-decided': 'contest-decided',
} as const satisfies Record<EmailedKind, Template>;

/**
 * Writes notices in the caller's transaction, which holds the register: what each says, the hash of the token in its
 * link, and its e-mail. A letter waits among the letters due. Answers the ids, in the order given.
 */
export async function writeNotices(
  tx: Transaction,
  { consultation }: Register,
  notices: readonly NoticeToWrite[],
  recordedById: string | null,
): Promise<string[]> {
  if (notices.length === 0) return [];
  const written = notices.map((notice) => {
    const { consultee, route } = notice;
    const id = randomUUID();
    const deliveryId = route === 'email' ? randomUUID() : null;
    const language = languageSchema.parse(consultee.language);
    const row = {
      id,
      consulteeId: consultee.id,
      kind: notice.kind,
      method: route === 'email' ? 'email' : 'first-class',
      language,
      content: { ...contentFor(consultation, consultee), ...notice.particulars },
      toAddress: (route === 'email' ? consultee.email : consultee.postalAddress) ?? '',
      deliveryId,
      recordedById,
    };
    const delivery: NewDelivery[] =
      notice.route === 'letter' || deliveryId === null
        ? []
        : [
            {
              id: deliveryId,
              cause: notice.cause ?? `notice:${id}`,
              template: TEMPLATES[notice.kind],
              props: { noticeId: id },
              language,
              toAddress: row.toAddress,
              consultationId: consultation.id,
            },
          ];
    return { row, delivery };
  });
  await tx.notice.createMany({ data: written.map(({ row }) => row) });
  await tx.consulteeToken.createMany({
    data: written.map(({ row }) => ({
      tokenHash: noticeTokenHash(row.id),
      consulteeId: row.consulteeId,
      noticeId: row.id,
    })),
  });
  const deliveries = written.flatMap(({ delivery }) => delivery);
  const queued = await queueDeliveries(tx, deliveries);
  if (queued !== deliveries.length)
    throw new Error('A notice was about to be sent a second time for one cause');
  return written.map(({ row }) => row.id);
}

function contentFor(consultation: Register['consultation'], consultee: ConsulteeRow): NoticeContent {
  const { document, slug, zone, bodyName } = consultation;
  if (!document) throw new RangeError('Notices say what was published');
  return noticeContentOf(
    { slug, zone, document, bodyName },
    {
      language: languageSchema.parse(consultee.language),
      kind: consultee.kind,
      signedUpPersonally: consultee.signedUpPersonally,
      acceptedCodeAt: consultee.acceptedCodeAt,
      deadline: consulteeDeadline(consultation, consultee),
      lastArrival: lastPostmarkedArrival(consultation, consultee),
    },
  );
}

/** How this consultee is best reached: by e-mail, unless the address it has now refused one before; else by letter. */
export function routeTo(consultee: ConsulteeRow): NoticeRoute {
  const isRefusing = consultee.notices.some(
    ({ method, failedAt, toAddress }) => method === 'email' && failedAt && toAddress === consultee.email,
  );
  if (consultee.email && !isRefusing) return 'email';
  return consultee.postalAddress ? 'letter' : 'email';
}
