import type { ArrivalChannel } from '~/domain/arrival';
import type { Actor } from '~/domain/identity';
import { phraseFor } from '~/domain/response/index.server';
import { database, pool } from '~/platform/database/database.server';

/** Channels on which the person is there to be told their reference and phrase. */
const SPOKEN: readonly string[] = ['phone', 'in-person', 'event'];
const TOLD_WITHIN_MINUTES = 60;

/** What a clerk has just keyed, to be told to the person where they are on the telephone or in the room. */
export type JustKeyed = {
  arrivalId: string;
  number: number;
  responseId: string;
  reference: string;
  isLate: boolean;
  flags: number;
  /** Only for who keyed it, within the hour, and where it was said and not written. */
  phrase: string | undefined;
};

/** The response that this clerk keyed from a line, if there is one. */
export async function justKeyed(
  actor: Actor,
  consultationId: string,
  number: number,
): Promise<JustKeyed | undefined> {
  const { rows } = await pool().query<
    Omit<JustKeyed, 'phrase'> & { channel: ArrivalChannel; isRecent: boolean }
  >(
    `SELECT a.id AS "arrivalId", a.number, a.channel, r.id AS "responseId", r.reference, r."isLate",
        coalesce(jsonb_array_length(r.provenance->'flags'), 0) AS flags,
        r."recordedAt" > hub_now() - make_interval(mins => ${TOLD_WITHIN_MINUTES}) AS "isRecent"
      FROM "Arrival" a JOIN "Response" r ON r."arrivalId" = a.id
      WHERE a."consultationId" = $1 AND a.number = $2 AND r."recordedById" = $3`,
    [consultationId, number, actor.userId],
  );
  if (!rows[0]) return undefined;
  const { channel, isRecent, ...keyed } = rows[0];
  const isSaid = isRecent && SPOKEN.includes(channel);
  return { ...keyed, phrase: isSaid ? phraseFor(keyed.responseId) : undefined };
}

/** The version of the questionnaire that sheets are keyed against: the newest. */
export async function keyedVersion(consultationId: string): Promise<{ id: string; version: number } | null> {
  return database().questionnaireVersion.findFirst({
    where: { consultationId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true },
  });
}
