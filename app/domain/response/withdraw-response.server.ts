import { recordAudit } from '~/domain/audit/index.server';
import { queueDeliveries } from '~/domain/delivery/index.server';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { isLanguage } from '~/domain/translation';
import { inTransaction } from '~/platform/database/database.server';

/**
 * Takes a response back, which a respondent may until the deadline (requirements R2): it stays as it was sent, is no
 * longer counted, and whoever left an address is told. Withdrawing twice is withdrawing once.
 *
 * @throws HubError `withdrawal-too-late` (409)
 */
export function withdrawResponse(responseId: string): Promise<void> {
  const withdraw = () =>
    inTransaction(async (tx) => {
      const written = await tx.$executeRaw`
        INSERT INTO "Withdrawal" ("responseId") VALUES (${responseId}::uuid) ON CONFLICT DO NOTHING`;
      if (written === 0) return;
      const { consultationId, language, contact } = await tx.response.findUniqueOrThrow({
        where: { id: responseId },
        select: { consultationId: true, language: true, contact: { select: { email: true } } },
      });
      if (contact?.email && isLanguage(language)) {
        await queueDeliveries(tx, [
          {
            cause: `response-withdrawn:${responseId}`,
            template: 'response-withdrawn',
            props: { responseId },
            language,
            toAddress: contact.email,
            consultationId,
          },
        ]);
      }
      await recordAudit(tx, consultationId, {
        action: 'response.withdrawn',
        actor: 'respondent',
        subject: { response: responseId },
      });
    });
  return withRuleRefusals(withdraw);
}
