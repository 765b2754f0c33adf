import { randomUUID } from 'node:crypto';
import { registerArrival, type NewArrival } from '~/domain/arrival/register-arrival.server';
import { readEntry, keyingFormSchema, type KeyingForm } from '~/domain/keying';
import { keyResponse, type KeyedResponse } from '~/domain/keying/key-response.server';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import type { Person } from './factories';

type Consultation = { id: string; questionnaireVersionId: string };

/** A line of the register, received at a local time of Europe/London ('2026-05-20 10:00'). */
export function anArrival(
  clerk: Person,
  consultation: Consultation,
  {
    received = '2026-05-20 10:00',
    ...overrides
  }: Partial<Omit<NewArrival, 'received'>> & { received?: string } = {},
) {
  const [date = '', time = ''] = received.split(' ');
  return registerArrival(clerk.actor, consultation.id, {
    formKey: randomUUID(),
    channel: 'post',
    received: { date, time },
    receivedEvidence: 'Date stamp of the post room',
    postmark: { isIllegible: false },
    ...overrides,
  });
}

/** The fields of a keyed sheet that answers the questions of `aDocument`. */
export const SHEET = { 'q-option': 'evenings', 'q-comment': 'More light, please.' };

/** Keys a line as the form would. */
export async function keyed(
  clerk: Person,
  consultation: Consultation,
  arrival: { id: string },
  {
    fields = SHEET,
    formKey = randomUUID(),
    ...form
  }: { fields?: Record<string, string> } & Partial<KeyingForm> = {},
): Promise<KeyedResponse> {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.append(name, value);
  const { entry } = readEntry(await frozenQuestionnaire(consultation.questionnaireVersionId), sent);
  return keyResponse(clerk.actor, consultation.id, {
    arrivalId: arrival.id,
    entry,
    form: keyingFormSchema.parse({
      formKey,
      questionnaireVersionId: consultation.questionnaireVersionId,
      ...form,
    }),
  });
}
