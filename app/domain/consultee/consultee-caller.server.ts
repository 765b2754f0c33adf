import { notPermitted } from '~/domain/hub-error';
import { database, type Transaction } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';

/** A consultee that came through the link of a notice. */
export type ConsulteeCaller = {
  consulteeId: string;
  consultationId: string;
  /** The notice whose link it came through. */
  noticeId: string;
};

/** Who holds this token, if anyone. Finding out records nothing: mail scanners follow links too. */
export async function findCaller(token: string | null | undefined): Promise<ConsulteeCaller | undefined> {
  if (!token) return undefined;
  const found = await database().consulteeToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { consulteeId: true, noticeId: true, consultee: { select: { consultationId: true } } },
  });
  if (!found) return undefined;
  const { consulteeId, noticeId, consultee } = found;
  return { consulteeId, noticeId, consultationId: consultee.consultationId };
}

/** The columns of the consultation and the consultee that a consultee's own steps hang on. @throws HubError `not-permitted` */
export async function rowsOfCaller(tx: Transaction, { consulteeId }: ConsulteeCaller) {
  const consultee = await tx.consultee.findUnique({
    where: { id: consulteeId },
    select: {
      id: true,
      closesAt: true,
      withdrewAt: true,
      consultation: {
        select: {
          id: true,
          closesAt: true,
          postClosesAt: true,
          postRule: true,
          postLastArrivalAt: true,
          zone: true,
        },
      },
    },
  });
  if (!consultee) throw notPermitted();
  return consultee;
}
