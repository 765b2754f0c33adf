import { notFound } from '~/domain/hub-error';
import { pool } from '~/platform/database/database.server';
import { batched } from '~/platform/turn-batcher';
import { isSlug, type PublicConsultation, type PublicFacts } from './public-consultation';
import { IS_PUBLIC, OPEN_PROMISES, POST_OPEN_UNTIL } from './public-sql.server';
import { rememberedDocument } from './remembered-documents.server';
import { stateOf, type PublicState } from './state';

const FACTS = `
  SELECT to_json(facts) AS facts FROM (
    SELECT c.id, c.slug, c."isHeldElsewhere", moment.now, p.id AS "publicationId", c."publishedAt", c."opensAt",
      c."closesAt", c."postClosesAt", c."postRule", c."postLastArrivalAt", c.zone, c."feedbackOn", c."reportedAt",
      ${POST_OPEN_UNTIL} AS "postOpenUntil", ${OPEN_PROMISES} AS "openPromises",
      (SELECT coalesce(json_agg(json_build_object('slug', b.slug, 'name', b.name, 'isLeading', cb."isLeading")
          ORDER BY cb."isLeading" DESC, b.name), '[]')
        FROM "ConsultationBody" cb JOIN "Body" b ON b.id = cb."bodyId" WHERE cb."consultationId" = c.id) AS bodies,
      (SELECT coalesce(json_agg(json_build_object('what', r.what, 'why', r.why, 'publishedAt', r."publishedAt")
          ORDER BY r."publishedAt"), '[]')
        FROM "Correction" r WHERE r."consultationId" = c.id) AS corrections,
      (SELECT coalesce(json_agg(json_build_object('reason', d.reason, 'promisedOn', d."promisedOn", 'statedAt', d."statedAt")
          ORDER BY d."promisedOn" DESC), '[]')
        FROM "FeedbackDelay" d WHERE d."consultationId" = c.id) AS delays,
      (SELECT coalesce(json_agg(json_build_object('text', coalesce(x."publicText", x.text), 'language', x.language,
          'reportedAt', x."reportedAt", 'reply', x.reply, 'repliedAt', x."repliedAt") ORDER BY x."repliedAt" DESC), '[]')
        FROM (SELECT * FROM "ProblemReport" WHERE "consultationId" = c.id AND "repliedAt" IS NOT NULL
          ORDER BY "repliedAt" DESC LIMIT 20) x) AS problems,
      (SELECT json_build_object('number', l.number, 'hash', l.hash, 'at', l.at)
        FROM "AuditLink" l WHERE l."chainId" = c.id ORDER BY l.number DESC LIMIT 1) AS "latestLink"
    FROM "Consultation" c CROSS JOIN (SELECT hub_now() AS now) moment LEFT JOIN "Publication" p ON p."consultationId" = c.id
    WHERE c.slug = ANY ($1) AND ${IS_PUBLIC}) facts`;

type Row = PublicFacts & { publicationId: string | null };

/** Pages that are asked for together read their facts together, and those of one consultation once. */
const readFacts = batched<string, Row>(
  async (slugs) => {
    const { rows } = await pool().query<{ facts: Row }>({
      name: 'public-consultations',
      text: FACTS,
      values: [[...new Set(slugs)]],
    });
    const found = new Map(rows.map(({ facts }) => [facts.slug, facts]));
    return slugs.map((slug) => found.get(slug) ?? notFound());
  },
  { atOnce: 1, largest: 200 },
);

/** The frozen document; a past consultation held elsewhere may have only its draft. */
const DOCUMENT = `
  SELECT coalesce(p.document, c.draft) AS document
  FROM "Consultation" c LEFT JOIN "Publication" p ON p."consultationId" = c.id WHERE c.id = $1`;

/**
 * A consultation by the last part of its address, with its state by the hub's clock: one query, and a second one
 * the first time its frozen document is read in this process.
 * @throws HubError `not-found` for one that does not exist or is still a draft
 */
export async function publishedConsultation(slug: string): Promise<PublicConsultation> {
  if (!isSlug(slug)) throw notFound();
  const { publicationId, ...facts } = await readFacts(slug);
  const document = await rememberedDocument(publicationId, async () => {
    const found = await pool().query<{ document: unknown }>(DOCUMENT, [facts.id]);
    return found.rows[0]?.document;
  });
  return { ...facts, state: publicStateOf(facts), document };
}

function publicStateOf(facts: PublicFacts): PublicState {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  const state = stateOf(
    {
      ...facts,
      publishedAt: date(facts.publishedAt),
      opensAt: date(facts.opensAt),
      closesAt: date(facts.closesAt),
      feedbackOn: date(facts.feedbackOn),
      reportedAt: date(facts.reportedAt),
    },
    Temporal.Instant.from(facts.now),
  );
  if (state === 'draft') throw notFound();
  return state;
}
