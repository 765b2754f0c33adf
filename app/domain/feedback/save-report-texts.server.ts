import { recordAudit } from '~/domain/audit/index.server';
import { localDayOf } from '~/domain/deadline';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import type { Localized } from '~/domain/translation';
import { hubNow } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { beginChange, refuseStale } from './change-report.server';
import { readReport, type ReportRow } from './report-rows.server';
import type { ReportText } from './report-state';

/** What of a report its form of texts was opened with. */
export const writtenIn = ({ texts, decisionMakerReadOn }: ReportRow) => [texts, decisionMakerReadOn ?? null];

/**
 * Saves the texts of a report and the day on which whoever decides had read it (requirements F4, P17).
 * @throws HubError `changed-meanwhile`, `report-is-published` (409), `day-in-future`, `not-found`, `not-permitted`
 */
export async function saveReportTexts(
  actor: Actor,
  consultationId: string,
  input: {
    texts: Partial<Record<ReportText, Localized>>;
    decisionMakerReadOn: string | undefined;
    /** Fingerprint of what the form was opened with. */
    seen: string;
  },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { zone } = await beginChange(tx, actor, consultationId);
    refuseStale(input.seen, writtenIn(await readReport(consultationId, tx)));
    const { decisionMakerReadOn } = input;
    if (decisionMakerReadOn && decisionMakerReadOn > localDayOf(await hubNow(tx), zone)) {
      throw new HubError('day-in-future', { fields: { decisionMakerReadOn: { code: 'day-in-future' } } });
    }
    await tx.report.update({
      where: { consultationId },
      data: {
        texts: input.texts,
        decisionMakerReadOn: decisionMakerReadOn ? new Date(`${decisionMakerReadOn}T00:00:00Z`) : null,
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, { action: 'report.written', actor: { userId: actor.userId } });
  });
}
