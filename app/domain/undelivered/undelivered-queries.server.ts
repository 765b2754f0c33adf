import type { Template } from '~/domain/delivery';
import { requireAdministrator, type Actor } from '~/domain/identity';
import { languageFrom, localizedSchema } from '~/domain/translation';
import { Prisma } from '~/platform/database/generated/client';
import { database } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/** What reached nobody is shown so long; then it is past mending. */
export const DAYS_SHOWN = 90;

/** Of `Delivery d`: refused for good, or failed at the last attempt, not too long ago. */
export const isUndelivered = Prisma.sql`d.state IN ('refused', 'failed')
  AND d."settledAt" > hub_now() - make_interval(days => ${DAYS_SHOWN})`;

const ON_A_PAGE = 50;

type UndeliveredRow = {
  id: string;
  template: Template;
  language: string;
  state: 'refused' | 'failed';
  reason: string | null;
  settledAt: Date;
  isFromConsultation: boolean;
  /** Of a published consultation only: who administers the hub need not know of drafts. */
  title: unknown;
  originalLanguage: string | null;
  slug: string | null;
  /** Of staff only, whose addresses an administrator sees anyway. */
  staffAddress: string | null;
  canBeSentAgain: boolean;
};

/** How many e-mails reached nobody. @throws HubError `not-permitted`. */
export async function countUndelivered(actor: Actor): Promise<number> {
  requireAdministrator(actor);
  const [counted] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM "Delivery" d WHERE ${isUndelivered}`;
  return counted?.count ?? 0;
}

/**
 * The e-mails that reached nobody, newest first, `before` one's id: what each was, when and why it did not, never to whom unless it was
 * a member of staff. @throws HubError `not-permitted`.
 */
export async function listUndelivered(actor: Actor, before?: string) {
  requireAdministrator(actor);
  const rows = await database().$queryRaw<UndeliveredRow[]>`
    SELECT d.id, d.template, d.language, d.state, d."lastError" AS reason, d."settledAt",
      d."consultationId" IS NOT NULL AS "isFromConsultation", c.listing->'title' AS title, c."originalLanguage",
      c.slug, u.email AS "staffAddress",
      can_be_sent_again(d.id) AS "canBeSentAgain"
    FROM "Delivery" d
    LEFT JOIN "Consultation" c ON c.id = d."consultationId" AND c."publishedAt" <= hub_now()
    LEFT JOIN "User" u ON u.email = d."toAddress"
      AND d.template IN ('invitation', 'password-link', 'approval-asked', 'approval-decided')
    WHERE ${isUndelivered} ${isUuid(before) ? Prisma.sql`AND (d."settledAt", d.id) < (SELECT x."settledAt", x.id FROM "Delivery" x WHERE x.id = ${before}::uuid)` : Prisma.empty}
    ORDER BY d."settledAt" DESC, d.id DESC LIMIT ${ON_A_PAGE + 1}`;
  const undelivered = rows.slice(0, ON_A_PAGE).map(({ title, originalLanguage, ...row }) => ({
    ...row,
    language: languageFrom(row.language),
    title: title ? localizedSchema.parse(title) : undefined,
    original: languageFrom(originalLanguage),
  }));
  return { undelivered, nextBefore: rows.length > ON_A_PAGE ? undelivered.at(-1)?.id : undefined };
}
