import { randomUUID } from 'node:crypto';
import type { ArrivalChannel } from '~/domain/arrival';
import { registerArrival } from '~/domain/arrival/register-arrival.server';
import { keyingFormSchema } from '~/domain/keying';
import { keyResponse } from '~/domain/keying/key-response.server';
import { splitTexts, validateAnswers, type Answers } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import type { Actor } from '~/domain/identity';
import { database } from '~/platform/database/database.server';

export type SampleLetter = {
  channel: ArrivalChannel;
  /** YYYY-MM-DD and HH:MM in the sample's zone. */
  received: { date: string; time: string };
  evidence: string;
  sender?: string;
};

/** Opens a letter, or takes a call: a line of the arrival register. */
export function register(clerk: Actor, consultationId: string, letter: SampleLetter) {
  return registerArrival(clerk, consultationId, {
    formKey: randomUUID(),
    channel: letter.channel,
    received: letter.received,
    receivedEvidence: letter.evidence,
    postmark: { isIllegible: false },
    sender: letter.sender,
  });
}

/** Keys a line of the register against the questionnaire. */
export async function key(
  clerk: Actor,
  consultationId: string,
  arrivalId: string,
  answers: Answers,
  form: Record<string, unknown> = {},
) {
  const { id: questionnaireVersionId } = await database().questionnaireVersion.findFirstOrThrow({
    where: { consultationId },
    select: { id: true },
  });
  const questionnaire = await frozenQuestionnaire(questionnaireVersionId);
  const { answers: standing, flags } = validateAnswers(questionnaire, answers, 'clerk');
  return keyResponse(clerk, consultationId, {
    arrivalId,
    form: keyingFormSchema.parse({ formKey: randomUUID(), questionnaireVersionId, ...form }),
    entry: { ...splitTexts(questionnaire, standing), flags },
  });
}
