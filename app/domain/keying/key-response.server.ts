import { lockArrival } from '~/domain/arrival/index.server';
import { recordAudit, type AuditRecord } from '~/domain/audit/index.server';
import { consultationFor, type AccessibleConsultation } from '~/domain/consultation/index.server';
import { queueDeliveries } from '~/domain/delivery/index.server';
import type { EqualityAnswers } from '~/domain/equality';
import { saveEquality } from '~/domain/equality/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import type { RiskKind } from '~/domain/risk';
import { writeRiskFlags, linkRiskFlags } from '~/domain/risk/index.server';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { takenKeyOf } from '~/platform/database/database-errors.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { drawSample } from './draw-sample.server';
import { commitmentTo, insertResponse } from './insert-keyed-response.server';
import { isEmpty, type KeyedEntry } from './keyed-entry';
import type { KeyingForm } from './keying-form';
import { flagsOf } from './provenance';

export type KeyedSheet = {
  arrivalId: string;
  form: KeyingForm;
  entry: KeyedEntry;
  /** Kept apart from the response. */
  equality?: EqualityAnswers;
};

export type KeyedResponse = { responseId: string; reference: string; isLate: boolean };

/**
 * Keys what arrived as a response to the questionnaire (requirements R3). The database judges whether it came in time,
 * by its line of the register. The same form twice is one response, and so is the same line keyed by two people at
 * once: the second is told.
 * @throws HubError `not-permitted`, `not-found`, `nothing-keyed`, `arrival-keyed`, `arrival-set-aside`,
 *   `arrival-is-reply`, `timely-claim-needed`, `not-open-then`, `report-is-published` (only what came in time),
 *   `form-used` (409)
 */
export async function keyResponse(
  actor: Actor,
  consultationId: string,
  sheet: KeyedSheet,
): Promise<KeyedResponse> {
  const consultation = await consultationFor(actor, 'register', consultationId);
  if (isEmpty(sheet.entry) && !sheet.form.outside) throw new HubError('nothing-keyed');
  const keyed = await withRuleRefusals(() => onceMoreForAReference(() => write(actor, consultation, sheet)));
  // Not in the same transaction on purpose: its number would tie the two together.
  if (sheet.equality) {
    const { channel, responseId } = keyed;
    await saveEquality({ consultationId, responseId, channel, answers: sheet.equality });
  }
  return keyed;
}

/** References collide once in a great while. */
async function onceMoreForAReference<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const taken = takenKeyOf(error).join();
    if (taken.includes('reference')) return work();
    if (taken) throw new HubError('form-used', { status: 409, cause: error });
    throw error;
  }
}

function write(actor: Actor, consultation: AccessibleConsultation, sheet: KeyedSheet) {
  const { form, entry } = sheet;
  return inTransaction(async (tx) => {
    const arrival = await lockArrival(tx, consultation.id, sheet.arrivalId);
    const channel = arrival.channel;
    const [before] = arrival.responses;
    if (before?.id === form.formKey) {
      const { isLate } = await tx.response.findUniqueOrThrow({
        where: { id: before.id },
        select: { isLate: true },
      });
      return { responseId: before.id, reference: before.reference, isLate, channel };
    }
    if (before) throw new HubError('arrival-keyed', { status: 409, values: { reference: before.reference } });
    if (arrival.setAsideAt) throw new HubError('arrival-set-aside', { status: 409 });
    if (arrival.consulteeReplies.length > 0) throw new HubError('arrival-is-reply', { status: 409 });
    const response = await insertResponse(tx, actor, consultation, { ...sheet, arrival });
    await drawSample(tx, {
      consultationId: consultation.id,
      responseId: response.id,
      keyedById: actor.userId,
    });
    await linkRiskFlags(tx, { arrivalId: arrival.id, responseId: response.id });
    await queueReceipt(tx, consultation, form);
    const flagged = await flagRisks(tx, actor, consultation.id, response.id, form);
    await recordAudit(tx, consultation.id, [
      {
        action: 'response.keyed',
        actor: { userId: actor.userId },
        subject: {
          response: response.id,
          arrival: arrival.id,
          number: arrival.number,
          channel,
          late: response.isLate,
          flags: flagsOf(form, entry).length,
          commitment: await commitmentTo(tx, response.id, entry),
        },
      },
      ...flagged,
    ]);
    return { responseId: response.id, reference: response.reference, isLate: response.isLate, channel };
  });
}

async function flagRisks(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
  responseId: string,
  form: KeyingForm,
): Promise<AuditRecord[]> {
  const kinds: RiskKind[] = [];
  if (form.isAtRisk) kinds.push('at-risk');
  if (form.namesThirdPerson) kinds.push('third-person');
  if (kinds.length === 0) return [];
  return writeRiskFlags(tx, actor, consultationId, {
    subject: { responseId },
    kinds,
    note: form.riskNote ?? '',
  });
}

/** Somebody who left an e-mail address gets the same receipt as on the web, with the secret phrase. */
async function queueReceipt(
  tx: Transaction,
  consultation: AccessibleConsultation,
  form: KeyingForm,
): Promise<void> {
  if (!form.email) return;
  await queueDeliveries(tx, [
    {
      cause: `receipt:${form.formKey}`,
      template: 'receipt',
      props: { responseId: form.formKey },
      language: form.language,
      toAddress: form.email,
      consultationId: consultation.id,
    },
  ]);
}
