import { randomUUID } from 'node:crypto';
import type { Body } from '~/platform/database/generated/client';
import { consultationDocumentSchema, type ConsultationDocument } from '~/domain/consultation';
import { createAccount } from '~/domain/identity/accounts.server';
import type { Actor, Role } from '~/domain/identity';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';

const PASSWORD = 'a-long-enough-password';
const short = () => randomUUID().slice(0, 8);

/** Words in all three languages. */
export const inAll = (text: string) => ({ en: text, cy: `${text} (cy)`, ur: `${text} (ur)` });

export function aBody(
  overrides: Partial<Pick<Body, 'name' | 'kind' | 'isInfrastructure' | 'email'>> = {},
): Promise<Body> {
  const id = short();
  return database().body.create({ data: { slug: `body-${id}`, name: `Body ${id}`, ...overrides } });
}

export type Person = { userId: string; name: string; email: string; password: string; actor: Actor };

/** An account that can sign in, with roles for a body. */
export async function aPerson({
  body,
  roles = [],
  isAdministrator = false,
  name = `Person ${short()}`,
}: { body?: Body; roles?: readonly Role[]; isAdministrator?: boolean; name?: string } = {}): Promise<Person> {
  const email = `${short()}@example.org`;
  const { userId } = await createAccount({ name, email, password: PASSWORD, isAdministrator });
  if (body) await database().membership.create({ data: { userId, bodyId: body.id, roles: [...roles] } });
  const memberships = body
    ? [{ bodyId: body.id, bodyName: body.name, isInfrastructure: body.isInfrastructure, roles: [...roles] }]
    : [];
  return {
    userId,
    name,
    email,
    password: PASSWORD,
    actor: { userId, name, email, isAdministrator, memberships },
  };
}

/** A complete document in three languages that can be published on 2026-06-01 or before. */
export function aDocument(overrides: Partial<ConsultationDocument> = {}): ConsultationDocument {
  return consultationDocumentSchema.parse({
    format: 'consultation-hub/1',
    originalLanguage: 'en',
    languages: ['en', 'cy', 'ur'],
    title: inAll('The library on Market Street'),
    summary: inAll('We want to know how the library should open.'),
    purpose: inAll('The lease of the building ends and opening hours have to be settled.'),
    audience: inAll('Everyone who uses the library'),
    affected: inAll('People who cannot travel to another library'),
    level: 'consult',
    influence: inAll('Your answers decide between the options on offer.'),
    openToChange: inAll('The opening hours'),
    alreadyDecided: inAll('The library stays open'),
    issues: inAll('Fewer visits in the evening'),
    evidenceFor: inAll('Visitor counts'),
    evidenceAgainst: inAll('A petition for longer hours'),
    restrictions: inAll('The budget does not grow'),
    earlierConsultations: inAll('None on this question'),
    publicInvolvement: inAll('Two meetings with users'),
    sources: [{ title: 'Visitor counts', publishedOn: '2026-01-31' }],
    options: [
      { id: 'mornings', title: inAll('Mornings'), description: inAll('Nine to one') },
      { id: 'evenings', title: inAll('Evenings'), description: inAll('Three to eight') },
      {
        id: 'close',
        title: inAll('Close it'),
        description: inAll('No library'),
        whyRejected: inAll('It is needed'),
      },
    ],
    methods: [
      { id: 'web', name: inAll('This site'), isElectronic: true, level: 'consult' },
      { id: 'paper', name: inAll('A paper form'), isElectronic: false, level: 'consult' },
    ],
    publicityPlan: inAll('Posters and the newsletter'),
    feedbackPlan: inAll('A report on this page'),
    topics: ['libraries'],
    places: ['Market Street'],
    timetable: {
      opensOn: '2026-06-08',
      opensTime: '09:00',
      closesOn: '2026-09-06',
      closesTime: '23:59',
      decisionMaker: inAll('The cabinet member for culture'),
      howDeciderTookPart: inAll('She chaired the planning meeting'),
      considerFromOn: '2026-09-07',
      considerUntilOn: '2026-10-05',
      decisionOn: '2026-10-12',
      feedbackOn: '2026-10-26',
    },
    contact: {
      name: 'Jo Price',
      role: inAll('Library officer'),
      email: 'jo@example.org',
      phone: '01632 960001',
    },
    replies: { address: 'Freepost LIBRARY', phone: '01632 960002', email: 'answers@example.org' },
    questionnaire: {
      sections: [
        {
          id: 'hours',
          title: inAll('Opening hours'),
          questions: [
            {
              id: 'option',
              type: 'single-choice',
              label: inAll('Which option do you prefer?'),
              isRequired: true,
              hasOther: true,
              choices: [
                { id: 'mornings', label: inAll('Mornings') },
                { id: 'evenings', label: inAll('Evenings') },
              ],
            },
            {
              id: 'why-evenings',
              type: 'long-text',
              label: inAll('Why the evenings?'),
              showWhen: { match: 'any', tests: [{ question: 'option', isAnyOf: ['evenings'] }] },
            },
          ],
        },
        {
          id: 'more',
          title: inAll('Anything else'),
          questions: [
            {
              id: 'agree',
              type: 'agreement-scale',
              label: inAll('The library matters to me'),
              option: 'mornings',
            },
            { id: 'comment', type: 'long-text', label: inAll('What else should we know?') },
          ],
        },
      ],
    },
    ...overrides,
  });
}

const DAY = { hours: 24 };

/**
 * A consultation in a state, its instants set around the hub's clock (or given). Written straight into the tables: the
 * journey to publication has tests of its own.
 */
export async function aConsultation({
  body,
  author,
  document = aDocument(),
  state = 'open',
  opensAt,
  closesAt,
  postClosesAt,
  postLastArrivalAt,
  slug = `consultation-${short()}`,
}: {
  body: Body;
  author: Person;
  document?: ConsultationDocument;
  state?: 'draft' | 'forthcoming' | 'open' | 'closed';
  opensAt?: string;
  closesAt?: string;
  postClosesAt?: string;
  postLastArrivalAt?: string;
  slug?: string;
}) {
  const now = await hubNow();
  const days = (count: number) => new Date(now.add({ hours: DAY.hours * count }).epochMilliseconds);
  const [opensIn, closesIn] = { draft: [0, 0], forthcoming: [7, 98], open: [-30, 60], closed: [-120, -20] }[
    state
  ];
  const isPublished = state !== 'draft';
  const consultation = await database().consultation.create({
    data: {
      slug,
      originalLanguage: document.originalLanguage,
      draft: document,
      authorId: author.userId,
      bodies: { create: { bodyId: body.id, isLeading: true } },
      ...(isPublished && {
        publishedAt: days(Math.min(opensIn ?? 0, 0) - 10),
        opensAt: opensAt ? new Date(opensAt) : days(opensIn ?? 0),
        closesAt: closesAt ? new Date(closesAt) : days(closesIn ?? 0),
        postClosesAt: postClosesAt ? new Date(postClosesAt) : null,
        postLastArrivalAt: postLastArrivalAt ? new Date(postLastArrivalAt) : null,
        postRule: document.timetable.postRule,
        feedbackOn: document.timetable.feedbackOn ? new Date(document.timetable.feedbackOn) : null,
        listing: { title: document.title, summary: document.summary },
        topics: document.topics,
        places: document.places,
        publications: { create: { document, approvedById: 'somebody-else' } },
        questionnaires: { create: { version: 1, questionnaire: document.questionnaire } },
      }),
    },
    include: { questionnaires: true },
  });
  return {
    id: consultation.id,
    slug,
    document,
    questionnaireVersionId: consultation.questionnaires[0]?.id ?? '',
    opensAt: consultation.opensAt,
    closesAt: consultation.closesAt,
  };
}
