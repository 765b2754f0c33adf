import { pool } from '~/platform/database/database.server';
import { CONSULTATIONS_ON_A_PAGE, type ConsultationFilter, type ConsultationList } from './public-list';
import { IS_PUBLIC, POST_OPEN_UNTIL, STATE } from './public-sql.server';
import { PUBLIC_STATES, type PublicState } from './state';

const MOST_WORDS = 8;

/**
 * Consultations everyone may see, in one query: open ones first (the next to close first), then forthcoming, then those
 * awaiting feedback, then those reported (the latest first).
 */
export async function listConsultations(filter: Partial<ConsultationFilter>): Promise<ConsultationList> {
  const states = filter.state ? [filter.state] : PUBLIC_STATES;
  const offset = ((filter.page ?? 1) - 1) * CONSULTATIONS_ON_A_PAGE;
  return readList({ filter, states, limit: CONSULTATIONS_ON_A_PAGE, offset, more: CHOICES });
}

/** The first consultations in any of the states, as the list orders them. */
export function firstConsultations(
  states: readonly PublicState[],
  limit: number,
): Promise<Pick<ConsultationList, 'now' | 'total' | 'consultations'>> {
  return readList({ filter: {}, states, limit, offset: 0, more: '' });
}

async function readList({
  filter,
  states,
  limit,
  offset,
  more,
}: {
  filter: Partial<ConsultationFilter>;
  states: readonly PublicState[];
  limit: number;
  offset: number;
  more: string;
}): Promise<ConsultationList> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const { rows } = await pool().query<{ list: ConsultationList }>(
    `WITH moment AS MATERIALIZED (SELECT hub_now() AS now),
    found AS MATERIALIZED (
      SELECT * FROM (
        SELECT c.id, c.slug, c.listing, c."originalLanguage", c."isHeldElsewhere", c."opensAt", c."closesAt", c.zone,
          c."feedbackOn", c."reportedAt", ${POST_OPEN_UNTIL} AS "postOpenUntil", ${STATE} AS state
        FROM "Consultation" c, moment WHERE ${conditionsOf(filter, value).join(' AND ')}) c
      WHERE state = ANY(${value(states)})),
    page AS (
      SELECT found.*, row_number() OVER (ORDER BY ${ORDER}) AS position FROM found
      ORDER BY position LIMIT ${value(limit)} OFFSET ${value(offset)})
    SELECT json_build_object(
      'now', (SELECT now FROM moment),
      'total', (SELECT count(*) FROM found),
      'consultations', (SELECT coalesce(json_agg(json_build_object('slug', slug, 'state', state, 'listing', listing,
          'originalLanguage', "originalLanguage", 'isHeldElsewhere', "isHeldElsewhere", 'opensAt', "opensAt",
          'closesAt', "closesAt", 'postOpenUntil', "postOpenUntil", 'zone', zone, 'feedbackOn', "feedbackOn", 'reportedAt', "reportedAt",
          'delay', (SELECT json_build_object('reason', d.reason, 'promisedOn', d."promisedOn") FROM "FeedbackDelay" d
            WHERE d."consultationId" = page.id ORDER BY d."promisedOn" DESC LIMIT 1),
          'leadingBody', (SELECT b.name FROM "ConsultationBody" cb JOIN "Body" b ON b.id = cb."bodyId"
            WHERE cb."consultationId" = page.id AND cb."isLeading" LIMIT 1)) ORDER BY position), '[]') FROM page)
      ${more}) AS list`,
    values,
  );
  const [{ list }] = rows as [{ list: ConsultationList }];
  return list;
}

function conditionsOf(filter: Partial<ConsultationFilter>, value: (one: unknown) => string): string[] {
  const conditions = [IS_PUBLIC];
  for (const word of wordsOf(filter.words)) {
    conditions.push(`listing_words(c.listing, c.topics, c.places) LIKE containing(${value(word)})`);
  }
  for (const word of wordsOf(filter.audience)) {
    conditions.push(`${AUDIENCE_WORDS} LIKE containing(${value(word)})`);
  }
  if (filter.topic) conditions.push(`c.topics @> ARRAY[${value(filter.topic)}]`);
  if (filter.place) conditions.push(`c.places @> ARRAY[${value(filter.place)}]`);
  if (filter.body) {
    conditions.push(`EXISTS (SELECT FROM "ConsultationBody" cb JOIN "Body" b ON b.id = cb."bodyId"
      WHERE cb."consultationId" = c.id AND b.slug = ${value(filter.body)})`);
  }
  return conditions;
}

const AUDIENCE_WORDS = `listing_words(jsonb_build_object('audience', c.listing->'audience'), '{}', '{}')`;

const ORDER = `
  CASE state WHEN 'open' THEN 0 WHEN 'forthcoming' THEN 1 WHEN 'overdue' THEN 2 WHEN 'closed' THEN 2 ELSE 3 END,
  CASE state WHEN 'open' THEN "closesAt" WHEN 'forthcoming' THEN "opensAt" END,
  coalesce("reportedAt", "closesAt") DESC NULLS LAST, id DESC`;

const CHOICES = `,
  'topics', (SELECT coalesce(json_agg(topic ORDER BY topic), '[]') FROM (
    SELECT DISTINCT unnest(c.topics) AS topic FROM "Consultation" c WHERE ${IS_PUBLIC}) x),
  'places', (SELECT coalesce(json_agg(place ORDER BY place), '[]') FROM (
    SELECT DISTINCT unnest(c.places) AS place FROM "Consultation" c WHERE ${IS_PUBLIC}) x),
  'bodies', (SELECT coalesce(json_agg(json_build_object('slug', b.slug, 'name', b.name) ORDER BY b.name), '[]')
    FROM "Body" b WHERE EXISTS (SELECT FROM "ConsultationBody" cb JOIN "Consultation" c ON c.id = cb."consultationId"
      WHERE cb."bodyId" = b.id AND ${IS_PUBLIC}))`;

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}
