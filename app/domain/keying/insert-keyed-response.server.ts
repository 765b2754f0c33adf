import type { lockArrival } from '~/domain/arrival/index.server';
import type { AccessibleConsultation } from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { phraseFor, phraseHash, textKeyOf } from '~/domain/response/index.server';
import type { Transaction } from '~/platform/database/database.server';
import { newReference } from '~/platform/reference';
import type { KeyedEntry } from './keyed-entry';
import { publishingOf } from './keyed-publishing';
import { organisationOf, type KeyingForm } from './keying-form';
import { flagsOf, provenanceOf } from './provenance';

/** A sheet as it goes into the tables, with the line of the register it came by. */
type SheetToStore = {
  form: KeyingForm;
  entry: KeyedEntry;
  arrival: Awaited<ReturnType<typeof lockArrival>>;
};

/**
 * Writes a keyed response with its answers, texts and contact. The database says when it was recorded and whether it is late.
 * @throws HubError `form-unreadable` for a questionnaire that is not this consultation's
 */
export async function insertResponse(
  tx: Transaction,
  actor: Actor,
  consultation: AccessibleConsultation,
  { form, entry, arrival }: SheetToStore,
) {
  const version = await tx.questionnaireVersion.findFirst({
    where: { id: form.questionnaireVersionId, consultationId: consultation.id },
    select: { id: true, version: true },
  });
  if (!version) throw new HubError('form-unreadable');
  const { name, email, postalAddress, noReport } = form;
  const organisation = organisationOf(form);
  const hasContact = name || email || postalAddress || form.emailAsWritten;
  return tx.response.create({
    data: {
      id: form.formKey,
      consultationId: consultation.id,
      questionnaireVersionId: version.id,
      reference: newReference(),
      publicReference: newReference(),
      phraseHash: phraseHash(phraseFor(form.formKey)),
      channel: arrival.channel,
      language: form.language,
      receivedAt: arrival.receivedAt,
      receivedEvidence: arrival.receivedEvidence,
      // The database sets both, whatever is said here.
      recordedAt: arrival.receivedAt,
      isLate: false,
      recordedById: actor.userId,
      standing: organisation ? 'organisation' : 'individual',
      ...(organisation && { organisation }),
      ...publishingOf(form),
      confidentialReason: form.confidentialReason ?? null,
      provenance: provenanceOf(form, version.version, flagsOf(form, entry)),
      arrivalId: arrival.id,
      answerSheet: { create: { answers: entry.closed } },
      texts: {
        createMany: {
          data: entry.texts.map(({ questionId, text }) => ({
            questionId,
            consultationId: consultation.id,
            text,
            textKey: textKeyOf(text),
          })),
        },
      },
      ...(hasContact && {
        contact: {
          create: {
            name: name ?? null,
            email: email ?? null,
            postalAddress: postalAddress ?? null,
            wantsReport: !noReport,
          },
        },
      }),
    },
    select: { id: true, reference: true, isLate: true },
  });
}

/** The same commitment as for a response from the web: shows a changed answer, tells nothing without the salt. */
export async function commitmentTo(
  tx: Transaction,
  responseId: string,
  { closed, texts }: KeyedEntry,
): Promise<string> {
  const lines = texts
    .toSorted((a, b) => (a.questionId < b.questionId ? -1 : 1))
    .map(({ questionId, text }) => `${questionId} ${text}`);
  const [row] = await tx.$queryRaw<[{ commitment: string }]>`
    SELECT answers_commitment(${phraseHash(phraseFor(responseId))}, ${JSON.stringify(closed)}::jsonb,
      ${lines.length > 0 ? lines.join('\n') : null}) AS commitment`;
  return row.commitment;
}
