-- Searching the list of consultations.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A text as it is searched: without regard to case, accents (a Welsh circumflex, an Urdu vowel sign), curly
-- apostrophes or whether an Urdu letter was typed on an Arabic keyboard. (With RETURN what it calls is bound
-- now: an index is built without a search path.)
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN translate(regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f\u064b-\u065f\u0670]', '', 'g'), 'كيى’‘', 'کیی''''');

-- What the search box looks in: title, summary and audience in every language, topics and places.
CREATE FUNCTION listing_words(listing jsonb, topics text[], places text[]) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN folded(concat_ws(' ', (SELECT string_agg(value #>> '{}', ' ') FROM jsonb_path_query(listing, '$.*.*') AS value),
    array_to_string(topics, ' '), array_to_string(places, ' ')));

-- The pattern for a text that holds these words as typed.
CREATE FUNCTION containing(words text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN '%' || regexp_replace(folded(words), '([\\%_])', '\\\1', 'g') || '%';

CREATE INDEX "Consultation_listing_words_idx" ON "Consultation"
  USING gin (listing_words(listing, topics, places) gin_trgm_ops);
CREATE INDEX "Consultation_topics_idx" ON "Consultation" USING gin (topics);
CREATE INDEX "Consultation_places_idx" ON "Consultation" USING gin (places);
