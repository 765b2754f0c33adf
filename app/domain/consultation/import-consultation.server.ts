import { recordAudit } from '~/domain/audit/index.server';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { insertDraft } from './create-consultation.server';
import type { ConsultationFile } from './file';
import { textsOf } from './translation/texts-of-document';

/**
 * Makes a draft of a body from a consultation file. Translations that the file calls checked are from now on vouched for
 * by whoever brings it in.
 * @param input.file as `readConsultationFile` reads it
 * @throws HubError `not-permitted` for a body that the person does not write for.
 */
export async function importConsultation(
  actor: Actor,
  { bodyId, file }: { bodyId: string; file: ConsultationFile },
): Promise<{ id: string; slug: string }> {
  const { $schema: _schema, translationRecords, ...document } = file;
  const texts = new Map(textsOf(document).map(({ path, texts: words }) => [path, words]));
  return inTransaction(async (tx) => {
    const consultation = await insertDraft(tx, actor, bodyId, document);
    await tx.translationState.createMany({
      data: translationRecords.map(({ path, language, source, isMachine = false, checkedAt }) => ({
        consultationId: consultation.id,
        path,
        language,
        source: source ?? texts.get(path)?.[document.originalLanguage] ?? '',
        isMachine,
        ...(checkedAt && { checkedById: actor.userId, checkedAt }),
      })),
    });
    await recordAudit(tx, consultation.id, {
      action: 'consultation.imported',
      actor: { userId: actor.userId },
      subject: { questions: document.questionnaire.sections.flatMap(({ questions }) => questions).length },
    });
    return consultation;
  });
}
