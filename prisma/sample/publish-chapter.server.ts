import type { ConsultationDocument } from '~/domain/consultation';
import type { ConsultationFile } from '~/domain/consultation/file';
import { textsOf } from '~/domain/consultation/translation/texts-of-document';
import { decideApproval } from '~/domain/consultation/decide-approval.server';
import { importConsultation } from '~/domain/consultation/import-consultation.server';
import { requestApproval } from '~/domain/consultation/request-approval.server';
import type { SamplePeople } from './people.server';

/** Writes a chapter as a draft, has it approved by a second person, and so publishes it. */
export async function publishChapter(
  people: SamplePeople,
  document: ConsultationDocument,
): Promise<{ id: string; slug: string }> {
  const draft = await importConsultation(people.author, { bodyId: people.bodyId, file: asFile(document) });
  const { requestId } = await requestApproval(people.author, { consultationId: draft.id, draftVersion: 1 });
  await decideApproval(people.approver, { consultationId: draft.id, requestId, decision: 'approve' });
  return draft;
}

/** The document as a file whose translations a person has checked. */
function asFile(document: ConsultationDocument): ConsultationFile {
  const others = document.languages.filter((language) => language !== document.originalLanguage);
  const translationRecords = textsOf(document).flatMap(({ path, texts }) =>
    others
      .filter((language) => texts[language])
      .map((language) => ({
        path,
        language,
        source: texts[document.originalLanguage] ?? '',
        checkedAt: '2026-01-01T09:00:00.000Z',
      })),
  );
  return { ...document, translationRecords };
}
