import { expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { keepReport } from '#/test/support/reading';
import { PUBLIC_STATES } from '~/domain/consultation';
import { firstConsultations, listConsultations } from '~/domain/consultation/list-consultations.server';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';
import { pool } from '~/platform/database/database.server';

const hub = useHub();

test('the list and the page agree on the state at every instant', async () => {
  const body = await aBody();
  const author = await aPerson({ body });
  const { timetable } = aDocument();
  const dated = (feedbackOn?: string) => aDocument({ timetable: { ...timetable, feedbackOn } });
  const times = { opensAt: '2026-06-08T08:00:00Z', closesAt: '2026-10-24T23:00:00Z' };
  await aConsultation({ body, author, document: dated('2026-10-25'), ...times });
  await aConsultation({ body, author, document: dated(), ...times });
  const reported = await aConsultation({ body, author, document: dated('2026-10-25'), ...times });
  await keepReport(reported.id, '2026-06-01T09:00:00Z');

  for (const instant of [
    '2026-06-08T07:59:59.999Z',
    '2026-06-08T08:00:00Z',
    '2026-10-24T22:59:59.999Z',
    '2026-10-24T23:00:00Z',
    '2026-10-25T23:59:59Z',
    '2026-10-26T00:00:00Z',
  ]) {
    await hub.setClock(instant);
    const { consultations } = await listConsultations({});
    expect(consultations).toHaveLength(3);
    for (const { slug, state } of consultations) {
      expect(state).toBe((await publishedConsultation(slug)).state);
      expect((await listConsultations({ state })).consultations.map((each) => each.slug)).toContain(slug);
    }
    const parted = await Promise.all(PUBLIC_STATES.map((state) => listConsultations({ state })));
    expect(parted.reduce((sum, { total }) => sum + total, 0)).toBe(3);
  }
});

test('the first of a state are as many as asked for, with the number of all', async () => {
  const { consultations, total } = await firstConsultations(['open', 'closed', 'overdue'], 1);
  expect(consultations).toHaveLength(1);
  expect(total).toBeGreaterThan(1);
});

test('searching ten thousand consultations goes by the index', async () => {
  const body = await aBody();
  const author = await aPerson({ body });
  const { id } = await aConsultation({ body, author, slug: 'one-of-many' });
  await pool().query(
    `INSERT INTO "Consultation" (id, slug, "originalLanguage", draft, "authorId", "publishedAt", "opensAt", "closesAt", listing)
     SELECT gen_random_uuid(), 'many-' || n, 'en', '{}', 'somebody', "publishedAt", "opensAt", "closesAt",
       jsonb_build_object('title', jsonb_build_object('en', 'Number ' || md5(n::text)))
     FROM "Consultation", generate_series(1, 10000) AS n WHERE id = $1`,
    [id],
  );
  await pool().query('ANALYZE "Consultation"');
  const { rows } = await pool().query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT id FROM "Consultation" c WHERE listing_words(c.listing, c.topics, c.places) LIKE containing('market street')`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Consultation_listing_words_idx');
  const { total, consultations } = await listConsultations({ words: 'market street' });
  expect(consultations.map(({ slug }) => slug)).toContain('one-of-many');
  expect(total).toBeLessThan(20);
});
