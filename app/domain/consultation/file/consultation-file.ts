import { z } from 'zod';
import { languageSchema } from '~/domain/translation';
import { consultationDocumentSchema } from '../document';

/** The address of the JSON Schema, from the root of a hub. */
export const SCHEMA_ADDRESS = '/schemas/consultation-1.json';

/** What is known of one translated text: which original it was made from, and whether a person has checked it. */
const translationRecordSchema = z.strictObject({
  /** The text's place by ids, such as `title`, `option.mornings.title`, `question.q1.choice.c2`. */
  path: z.string().min(1).max(200),
  language: languageSchema,
  /** The original that it was made from, where that is another than the one in this file: the translation is stale. */
  source: z.string().max(20_000).optional(),
  isMachine: z.boolean().optional(),
  /** When a person checked it against its original; absent when nobody has. */
  checkedAt: z.iso.datetime({ precision: 3 }).optional(),
});

/** A whole consultation with its questions and translations, as one file (docs/consultation-file.md). */
export const consultationFileSchema = consultationDocumentSchema.extend({
  $schema: z.string().max(2000).optional(),
  translationRecords: z.array(translationRecordSchema).max(200_000).default([]),
});
export type ConsultationFile = z.infer<typeof consultationFileSchema>;

/** The JSON Schema of the file, as it is published at `SCHEMA_ADDRESS`. */
export function consultationFileJsonSchema(): Record<string, unknown> {
  return {
    $id: SCHEMA_ADDRESS,
    title: 'A consultation, format consultation-hub/1',
    ...z.toJSONSchema(consultationFileSchema, { io: 'input' }),
  };
}
