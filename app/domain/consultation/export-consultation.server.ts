import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { indexRecords, type TranslationRecord } from '~/domain/translation';
import { database } from '~/platform/database/database.server';
import { readDraft } from './consultation-queries.server';
import { consultationDocumentSchema, type ConsultationDocument } from './document';
import { SCHEMA_ADDRESS, type ConsultationFile } from './file';
import { textsOf } from './translation/texts-of-document';
import { translationRecordsOf } from './translation/translation-queries.server';

export type ExportedFile = { name: string; text: string };

/**
 * A whole consultation as one file, for everyone who works on it.
 * @throws HubError `not-found`
 */
export async function exportConsultation(actor: Actor, consultationId: string): Promise<ExportedFile> {
  const { consultation, document } = await readDraft(actor, consultationId);
  return fileOf(consultation.slug, document, await translationRecordsOf(consultation.id));
}

/**
 * A whole consultation as one file, by the last part of its address: for whoever runs the hub's commands.
 * @throws HubError `not-found`
 */
export async function exportBySlug(slug: string): Promise<ExportedFile> {
  const row = await database().consultation.findUnique({
    where: { slug },
    select: { id: true, draft: true },
  });
  if (!row) throw notFound();
  return fileOf(slug, consultationDocumentSchema.parse(row.draft), await translationRecordsOf(row.id));
}

function fileOf(
  slug: string,
  document: ConsultationDocument,
  records: readonly (TranslationRecord & { checkedAt: Date | null })[],
): ExportedFile {
  const recordOf = indexRecords(records);
  const { originalLanguage } = document;
  const translationRecords = document.languages.flatMap((language) =>
    textsOf(document).flatMap(({ path, texts }): ConsultationFile['translationRecords'] => {
      const record = recordOf(path, language);
      if (!record || !texts[language]) return [];
      return [
        {
          path,
          language,
          ...(record.source !== texts[originalLanguage] && { source: record.source }),
          ...(record.isMachine && { isMachine: true }),
          ...(record.checkedAt && { checkedAt: record.checkedAt.toISOString() }),
        },
      ];
    }),
  );
  const file: ConsultationFile = { $schema: SCHEMA_ADDRESS, ...document, translationRecords };
  return { name: `${slug}.json`, text: `${JSON.stringify(file, null, 2)}\n` };
}
