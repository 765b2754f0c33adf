import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '~/domain/audit/index.server';
import { consultationDocumentSchema, listingOf, type ConsultationDocument } from '~/domain/consultation';
import { claimSlug } from '~/domain/consultation/index.server';
import { HubError, notPermitted } from '~/domain/hub-error';
import { bodiesWith, type Actor } from '~/domain/identity';
import { questionnaireSchema, questionsOf, type Questionnaire } from '~/domain/questionnaire';
import { localize } from '~/domain/translation';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { importedId } from './imported-id';
import type { ImportMap } from './import-map';
import { documentOf } from './read-import-map';
import { declaredTime } from './read-moment';

export type PastConsultation = { id: string; slug: string; questionnaireVersionId: string };

/**
 * The past consultation, held elsewhere, that a map stands for; undefined before its first response is loaded.
 * @throws HubError `not-permitted` (403), `map-changed`, `map-of-another-body`, `report-is-published` (409)
 */
export async function findPastConsultation(
  actor: Actor,
  bodyId: string,
  map: ImportMap,
  tx: Transaction = database(),
): Promise<PastConsultation | undefined> {
  if (!bodiesWith(actor, 'write').includes(bodyId)) throw notPermitted();
  const id = importedId('consultation', map.id);
  const earlier = await tx.consultation.findUnique({
    where: { id },
    select: {
      slug: true,
      reportedAt: true,
      bodies: { where: { isLeading: true }, select: { bodyId: true } },
      questionnaires: { select: { id: true, questionnaire: true } },
      publications: { orderBy: { publishedAt: 'asc' }, take: 1, select: { document: true } },
      responses: { take: 1, select: { mayPublishAnswer: true } },
    },
  });
  if (!earlier) return undefined;
  if (earlier.bodies[0]?.bodyId !== bodyId) throw new HubError('map-of-another-body', { status: 409 });
  const [version] = earlier.questionnaires;
  if (!version) throw new Error('A past consultation has no questionnaire');
  const fields = fieldsChanged(map, {
    document: consultationDocumentSchema.parse(earlier.publications[0]?.document),
    questionnaire: questionnaireSchema.parse(version.questionnaire),
    mayBePublished: earlier.responses[0]?.mayPublishAnswer ?? map.mayBePublished,
  });
  if (fields.length > 0)
    throw new HubError('map-changed', { status: 409, values: { fields: fields.join(', ') } });
  if (earlier.reportedAt) throw new HubError('report-is-published', { status: 409 });
  return { id, slug: earlier.slug, questionnaireVersionId: version.id };
}

type Loaded = { document: ConsultationDocument; questionnaire: Questionnaire; mayBePublished: boolean };

/**
 * The fields of a map that differ from what was first loaded under its id and would be ignored. How the file is read may
 * change, for that is how rows are made to fit.
 */
function fieldsChanged(map: ImportMap, { document: was, questionnaire, mayBePublished }: Loaded): string[] {
  const now = documentOf(map);
  const pairs: Record<string, [unknown, unknown]> = {
    language: [was.originalLanguage, now.originalLanguage],
    languages: [was.languages, now.languages],
    title: [was.title, now.title],
    summary: [was.summary, now.summary],
    source: [was.sources, now.sources],
    topics: [was.topics, now.topics],
    places: [was.places, now.places],
    zone: [was.timetable.zone, now.timetable.zone],
    opensOn: [was.timetable.opensOn, now.timetable.opensOn],
    closesOn: [was.timetable.closesOn, now.timetable.closesOn],
    mayBePublished: [mayBePublished, map.mayBePublished],
    questions: [questionsOf(questionnaire), questionsOf(now.questionnaire)],
  };
  return Object.entries(pairs).flatMap(([field, [before, after]]) =>
    isDeepStrictEqual(before, after) ? [] : [field],
  );
}

/**
 * Makes the past consultation, or finds it where another load made it meanwhile; in the transaction of its first responses, so
 * that it is never without any. Its days are declared; the gates of publishing do not apply to it (requirements R10).
 * @throws HubError as `findPastConsultation`
 */
export async function createPastConsultation(
  tx: Transaction,
  actor: Actor,
  bodyId: string,
  map: ImportMap,
): Promise<PastConsultation> {
  const id = importedId('consultation', map.id);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import:${id}`}, 0))`;
  const earlier = await findPastConsultation(actor, bodyId, map, tx);
  if (earlier) return earlier;
  const document = documentOf(map);
  const { opensAt, closesAt } = declaredTime(map);
  const now = toDate(await hubNow(tx));
  const slug = await claimSlug(tx, localize(map.title, map.language).text);
  const { questionnaires } = await tx.consultation.create({
    data: {
      id,
      slug,
      originalLanguage: map.language,
      draft: document,
      authorId: actor.userId,
      isHeldElsewhere: true,
      publishedAt: now,
      opensAt: toDate(opensAt),
      closesAt: toDate(closesAt),
      zone: map.zone,
      listing: listingOf(document),
      topics: document.topics,
      places: document.places,
      bodies: { create: { bodyId, isLeading: true } },
      publications: { create: { document, approvedById: actor.userId, publishedAt: now } },
      questionnaires: { create: { version: 1, questionnaire: document.questionnaire, frozenAt: now } },
    },
    select: { questionnaires: { select: { id: true } } },
  });
  await recordAudit(tx, id, {
    action: 'consultation.loaded',
    actor: { userId: actor.userId },
    subject: { body: bodyId, map: map.id },
  });
  return { id, slug, questionnaireVersionId: questionnaires[0]?.id ?? '' };
}
