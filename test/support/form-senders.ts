import { noticePath } from '~/domain/consultee/notice-token.server';
import { renewInvitation } from '~/domain/identity/renew-access.server';
import { aPerson } from './factories';
import type { useHub } from './hub';
import type { Everything } from './one-of-everything';
import { linkToSaved, sendAll, start } from './respondent';
import { STAFF_ROUTES } from './route-table';
import type { Visitor } from './visitor';

type Hub = ReturnType<typeof useHub>;
/** A form's address and the browser of somebody who may send it. */
export type Sender = { path: string; visitor: Visitor };
type SenderOf = (hub: Hub, things: Everything) => Promise<Sender>;

const anyone =
  (path: string | ((things: Everything) => string)): SenderOf =>
  async (hub, things) => ({ path: typeof path === 'string' ? path : path(things), visitor: hub.visitor() });

/** A page of an answer on which every page can be opened. */
const answering =
  (page: string): SenderOf =>
  async (hub, { open: { slug } }) => {
    const visitor = await start(hub, slug);
    await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
    await visitor.post(`/respond/${slug}/section/more`);
    await visitor.post(`/respond/${slug}/about`, { standing: 'organisation' });
    await visitor.post(`/respond/${slug}/organisation`, { name: 'Carers', basis: 'knowledge' });
    await visitor.post(`/respond/${slug}/publishing`);
    return { path: `/respond/${slug}/${page}`, visitor };
  };

/** Somebody who opens the link to a saved answer where another is being written. */
const anotherInTheWay: SenderOf = async (hub, { open: { slug } }) => {
  const link = await linkToSaved(hub, await start(hub, slug), slug);
  const visitor = await start(hub, slug);
  await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  await visitor.get(link);
  return { path: `/respond/${slug}/resume`, visitor };
};

const sent =
  (page: string): SenderOf =>
  async (hub, { open: { slug } }) => ({
    path: `/respond/${slug}/${page}`,
    visitor: (await sendAll(hub, slug)).visitor,
  });

const traced =
  (path: string): SenderOf =>
  async (hub, { open: { slug } }) => {
    const { reference, phrase } = await sendAll(hub, slug);
    const visitor = hub.visitor();
    await visitor.post('/your-response', { reference, phrase });
    return { path, visitor };
  };

const consultee =
  (path: string): SenderOf =>
  async (hub, { notice }) => {
    const visitor = hub.visitor();
    await visitor.get(noticePath(notice));
    return { path, visitor };
  };

const invited: SenderOf = async (hub, things) => {
  await renewInvitation(things.people.administrator.actor, things.people.translator.userId);
  await hub.runJobs();
  const message = (await hub.mailbox()).findLast(({ to }) => to === things.people.translator.email);
  const visitor = hub.visitor();
  await visitor.get(/\/invitation\/\S+/.exec(message?.text ?? '')?.[0] ?? '');
  return { path: '/invitation', visitor };
};

const whoForgot: SenderOf = async (hub, { people: { translator } }) => {
  const visitor = hub.visitor();
  await visitor.post('/sign-in/forgotten', { email: translator.email });
  await hub.runJobs();
  const message = (await hub.mailbox()).findLast(({ to }) => to === translator.email);
  await visitor.get(/\/password\/\S+/.exec(message?.text ?? '')?.[0] ?? '');
  return { path: '/password', visitor };
};

/** Every address for everyone that takes a form, with somebody who got there as people do. */
const PUBLIC_SENDERS: Record<string, SenderOf> = {
  'report-problem': anyone(({ open: { slug } }) => `/consultations/${slug}/problem`),
  respond: anyone(({ open: { slug } }) => `/respond/${slug}`),
  'respond-section': answering('section/more'),
  'respond-about': answering('about'),
  'respond-organisation': answering('organisation'),
  'respond-publishing': answering('publishing'),
  'respond-check': answering('check'),
  'respond-equality': sent('equality'),
  'respond-save': answering('save'),
  'respond-resume': anotherInTheWay,
  'respond-clear': sent('clear'),
  'your-response': anyone('/your-response'),
  'change-response': traced('/your-response/change'),
  withdraw: traced('/your-response/withdraw'),
  'sign-in': anyone('/sign-in'),
  'sign-in-code': anyone('/sign-in/code'),
  'forgotten-password': anyone('/sign-in/forgotten'),
  'new-password': whoForgot,
  'sign-out': anyone('/sign-out'),
  invitation: invited,
  consultee: consultee('/consultee'),
  'consultee-answer': consultee('/consultee/answer'),
  'consultee-help': consultee('/consultee/help'),
  'consultee-contest': consultee('/consultee/contest'),
  'consultee-finish': consultee('/consultee/finish'),
  rehearsal: anyone('/rehearsal'),
};

/** By the id of the route. */
export const FORM_SENDERS: Record<string, SenderOf> = {
  ...PUBLIC_SENDERS,
  ...Object.fromEntries(
    Object.entries(STAFF_ROUTES).flatMap(([id, { at, sends }]) =>
      sends ? [[id, staff(at, sends)] as const] : [],
    ),
  ),
  person: someColleague,
};

/** One of its buttons takes the person out: each test has a colleague of its own. */
async function someColleague(hub: Hub, { body, people }: Everything): Promise<Sender> {
  const { userId } = await aPerson({ body, roles: ['clerk'] });
  return {
    path: `/admin/bodies/${body.id}/people/${userId}`,
    visitor: await hub.signIn(people.administrator),
  };
}

function staff(
  at: (things: Everything) => string,
  sends: NonNullable<(typeof STAFF_ROUTES)[string]['sends']>,
): SenderOf {
  return async (hub, things) => {
    const person = Object.values(things.people).find(
      ({ actor }) => sends(actor, things.body.id) === 'allowed',
    );
    if (!person) throw new Error('Nobody may send this');
    return { path: at(things), visitor: await hub.signIn(person) };
  };
}
