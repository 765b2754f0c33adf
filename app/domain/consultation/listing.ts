import { z } from 'zod';
import { localizedSchema } from '~/domain/translation';
import type { ConsultationDocument } from './document';

/** What the list of consultations shows and searches: `Consultation.listing`. */
export const listingSchema = z.object({
  title: localizedSchema,
  summary: localizedSchema.default({}),
  audience: localizedSchema.default({}),
});
export type Listing = z.infer<typeof listingSchema>;

/** The listing of a document, written when it is published. */
export function listingOf({ title, summary, audience }: ConsultationDocument): Listing {
  return { title, summary, audience };
}
