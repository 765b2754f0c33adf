import { z } from 'zod';
import type { Language } from '~/domain/translation';
import type { Listing } from './listing';
import type { PublicDelay } from './public-consultation';
import { PUBLIC_STATES, type PublicState } from './state';

export const CONSULTATIONS_ON_A_PAGE = 20;
const filterText = z
  .string()
  .transform((text) => text.replaceAll('\u0000', '').trim().slice(0, 200))
  .catch('');

/** What the list can be narrowed down to, as it stands in an address. Anything unreadable narrows nothing. */
export const consultationFilterSchema = z.object({
  /** All of these words, in any order and language. */
  words: filterText,
  state: z.enum(PUBLIC_STATES).or(z.literal('')).catch(''),
  topic: filterText,
  place: filterText,
  /** A body's slug. */
  body: filterText,
  /** All of these words in what is said about whom it is for. */
  audience: filterText,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ConsultationFilter = z.infer<typeof consultationFilterSchema>;

/** One line of the list. Instants are ISO strings, days YYYY-MM-DD. */
export type PublicListEntry = {
  slug: string;
  state: PublicState;
  listing: Partial<Listing>;
  originalLanguage: Language;
  isHeldElsewhere: boolean;
  opensAt: string | null;
  /** Exclusive. */
  closesAt: string | null;
  /** As in `PublicFacts`. */
  postOpenUntil: string | null;
  zone: string;
  feedbackOn: string | null;
  reportedAt: string | null;
  /** The latest explanation of why feedback is late, with its new day. */
  delay: Pick<PublicDelay, 'reason' | 'promisedOn'> | null;
  leadingBody: string | null;
};

export type ConsultationList = {
  /** The hub's clock when it was read. */
  now: string;
  total: number;
  consultations: PublicListEntry[];
  /** What can be chosen in the filter. */
  topics: string[];
  places: string[];
  bodies: { slug: string; name: string }[];
};
