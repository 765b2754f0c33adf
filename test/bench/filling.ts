import type { Client } from 'pg';

export const FILLED = 'bench';
const IDS = {
  body: '0198f000-0000-7000-8000-000000000001',
  consultation: '0198f000-0000-7000-8000-000000000002',
  version: '0198f000-0000-7000-8000-000000000003',
};

const label = (text: string) => ({ en: text });
const choice = (id: string) => ({
  id,
  type: 'single-choice',
  label: label(`Question ${id}`),
  isRequired: true,
  choices: ['a', 'b', 'c'].map((one) => ({ id: one, label: label(`Choice ${one}`) })),
});

/** Ten questions, two of them with long texts, in two sections. */
const questionnaire = {
  sections: [
    { id: 'first', title: label('First'), questions: ['q1', 'q2', 'q3', 'q4'].map(choice) },
    {
      id: 'second',
      title: label('Second'),
      questions: [
        ...['q5', 'q6', 'q7', 'q8'].map(choice),
        { id: 't1', type: 'long-text', label: label('Text one'), isRequired: false },
        { id: 't2', type: 'long-text', label: label('Text two'), isRequired: false },
      ],
    },
  ],
};

const document = {
  format: 'consultation-hub/1',
  originalLanguage: 'en',
  languages: ['en'],
  title: label('A consultation under load'),
  summary: label('Ten questions, two of them with texts of two hundred words.'),
  purpose: label('To measure.'),
  level: 'consult',
  influence: label('None.'),
  openToChange: label('Everything.'),
  alreadyDecided: label('Nothing.'),
  timetable: { zone: 'Europe/London', opensOn: '2020-01-01', closesOn: '2099-12-31' },
  contact: { name: 'A person', role: label('Officer'), email: 'a@example.org', phone: '', address: '' },
  questionnaire,
};

const ANSWERS = `jsonb_build_object(${['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8']
  .map((id, index) => `'${id}', jsonb_build_object('choice', chr(97 + (i + ${index}) % 3))`)
  .join(', ')})`;

/** A consultation that is open, and a hundred texts of two hundred words to draw from. */
export async function prepare(db: Client): Promise<void> {
  await db.query(`INSERT INTO "Body" (id, slug, name) VALUES ($1, 'bench-body', 'Bench body')`, [IDS.body]);
  await db.query(
    `INSERT INTO "Consultation" (id, slug, "originalLanguage", draft, "authorId", "publishedAt", "opensAt", "closesAt", listing)
     VALUES ($1, $2, 'en', $3, 'bench', now() - interval '2 days', now() - interval '1 day', now() + interval '30 days', $4)`,
    [
      IDS.consultation,
      FILLED,
      JSON.stringify(document),
      JSON.stringify({ title: document.title, summary: document.summary }),
    ],
  );
  await db.query(
    `INSERT INTO "ConsultationBody" ("consultationId", "bodyId", "isLeading") VALUES ($1, $2, true)`,
    [IDS.consultation, IDS.body],
  );
  await db.query(
    `INSERT INTO "Publication" (id, "consultationId", document, "approvedById") VALUES (uuidv7(), $1, $2, 'bench')`,
    [IDS.consultation, JSON.stringify(document)],
  );
  await db.query(
    `INSERT INTO "QuestionnaireVersion" (id, "consultationId", version, questionnaire) VALUES ($1, $2, 1, $3)`,
    [IDS.version, IDS.consultation, JSON.stringify(questionnaire)],
  );
  await db.query(`CREATE UNLOGGED TABLE bench_text (n integer PRIMARY KEY, text text NOT NULL)`);
  await db.query(`
    INSERT INTO bench_text SELECT n, string_agg(substr(md5((n * 1000 + w)::text), 1, 2 + w % 8), ' ')
    FROM generate_series(0, 99) AS n, generate_series(1, 200) AS w GROUP BY n`);
  await db.query(
    `CREATE TABLE bare (id uuid PRIMARY KEY, body text NOT NULL) WITH (autovacuum_enabled = off, toast.autovacuum_enabled = off)`,
  );
}

/** Adds responses through the function that takes them, so that there are `count` where there were `before`. */
export async function fillResponses(db: Client, count: number, before = 0): Promise<void> {
  const step = 500;
  for (let done = before; done < count; done += step) {
    const drafts = await prepareDrafts(db, Math.min(step, count - done));
    await db.query(
      `SELECT count(*) FROM submit_responses((SELECT jsonb_agg(jsonb_build_object(
         'id', d.id, 'draftVersion', d.xmin::text, 'consultationId', d."consultationId",
         'questionnaireVersionId', d."questionnaireVersionId", 'reference', 'FILL-' || $2::int + i, 'publicReference', 'P-' || $2::int + i,
         'phraseHash', md5(i::text), 'language', 'en', 'waitedMs', 0,
         'standing', 'individual', 'mayPublishAnswer', true, 'mayPublishName', false, 'answers', d.answers - 't1' - 't2',
         'texts', jsonb_build_array(
           jsonb_build_object('questionId', 't1', 'path', '{t1,text}'::text[], 'textKey', md5('1' || $2::int + i)),
           jsonb_build_object('questionId', 't2', 'path', '{t2,text}'::text[], 'textKey', md5('2' || $2::int + i))),
         'contact', null))
       FROM unnest($1::uuid[]) WITH ORDINALITY AS one(id, i) JOIN "ResponseDraft" d ON d.id = one.id))`,
      [drafts.map(({ id }) => id), done],
    );
  }
  // As it is in a hub some minutes after: autovacuum and a checkpoint have come by.
  await db.query('VACUUM (ANALYZE)');
  await db.query('CHECKPOINT');
}

/** Drafts ready to be handed in, each of a session of its own. @returns their cookies' values with the form's key. */
export async function prepareDrafts(
  db: Client,
  count: number,
): Promise<Array<{ id: string; cookie: string }>> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO "ResponseDraft" (id, "tokenHash", "consultationId", "questionnaireVersionId", language, answers, visited, about)
     SELECT id, encode(sha256(md5(id::text)::bytea), 'hex'), $1, $2, 'en', ${ANSWERS}
         || jsonb_build_object('t1', jsonb_build_object('text', one.text || i), 't2', jsonb_build_object('text', two.text || i)),
       $4, jsonb_build_object('standing', 'individual', 'email', 'r' || i || '@example.org', 'wantsReport', true,
         'mayPublishAnswer', false, 'mayPublishName', false)
     FROM (SELECT uuidv7() AS id, i FROM generate_series(1, $3::int) AS i) AS numbered
       JOIN bench_text one ON one.n = i % 100 JOIN bench_text two ON two.n = (i + 7) % 100
     RETURNING id`,
    [IDS.consultation, IDS.version, count, ['first', 'second', '@publishing']],
  );
  const { createHash } = await import('node:crypto');
  const token = (id: string) => createHash('md5').update(id).digest('hex');
  return rows.map(({ id }) => ({ id, cookie: `hub-draft=${id}.${token(id)}` }));
}

/** Rows that must equal the acknowledged answers. */
export async function countRows(db: Client): Promise<{ responses: number; entries: number; jobs: number }> {
  const { rows } = await db.query<{ responses: number; entries: number; jobs: number }>(`
    SELECT (SELECT count(*)::int FROM "Response") AS responses, (SELECT count(*)::int FROM "AuditEntry") AS entries,
      (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`);
  return rows[0] ?? { responses: 0, entries: 0, jobs: 0 };
}

export const CONSULTATION_ID = IDS.consultation;
export const BODY_SLUG = 'bench-body';
