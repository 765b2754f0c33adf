import { recordAudit } from '~/domain/audit/index.server';
import { notPermitted } from '~/domain/hub-error';
import { bodiesWith, type Actor } from '~/domain/identity';
import { LANGUAGES, localize, type Language, type Localized } from '~/domain/translation';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { claimSlug } from './claim-slug.server';
import { newDocument, type ConsultationDocument } from './document';
import { listingOf } from './listing';

export type NewConsultation = {
  /** The leading body: one that the person writes for. */
  bodyId: string;
  title: string;
  originalLanguage: Language;
  /** The languages promised besides the original. */
  languages: readonly Language[];
  /** How people usually take part, as a start; names in every language of the hub. */
  startingMethods?: readonly { id: string; name: Localized; isElectronic: boolean }[];
};

/**
 * Begins a consultation as a draft with a title, an address made from it, and the author as its contact.
 * @throws HubError `not-permitted` for a body that the person does not write for.
 */
export function createConsultation(
  actor: Actor,
  input: NewConsultation,
): Promise<{ id: string; slug: string }> {
  return inTransaction((tx) => insertDraft(tx, actor, input.bodyId, startingDocument(actor, input)));
}

/**
 * Puts a document into the hub as a new draft of a body, with an address made from its title.
 * @throws HubError `not-permitted` for a body that the person does not write for.
 */
export async function insertDraft(
  tx: Transaction,
  actor: Actor,
  bodyId: string,
  document: ConsultationDocument,
): Promise<{ id: string; slug: string }> {
  if (!bodiesWith(actor, 'write').includes(bodyId)) throw notPermitted();
  const title = localize(document.title, document.originalLanguage).text;
  const consultation = await tx.consultation.create({
    data: {
      slug: await claimSlug(tx, title),
      originalLanguage: document.originalLanguage,
      draft: document,
      listing: listingOf(document),
      authorId: actor.userId,
      bodies: { create: { bodyId, isLeading: true } },
    },
    select: { id: true, slug: true },
  });
  await recordAudit(tx, consultation.id, {
    action: 'consultation.created',
    actor: { userId: actor.userId },
    subject: { body: bodyId, version: 1 },
  });
  return consultation;
}

function startingDocument(actor: Actor, input: NewConsultation): ConsultationDocument {
  const { title, originalLanguage, languages, startingMethods = [] } = input;
  const document = newDocument({ [originalLanguage]: title }, originalLanguage);
  return {
    ...document,
    languages: LANGUAGES.filter((language) => language === originalLanguage || languages.includes(language)),
    methods: startingMethods.map((method) => ({ ...method, level: 'consult' as const })),
    contact: { ...document.contact, name: actor.name, email: actor.email },
  };
}
