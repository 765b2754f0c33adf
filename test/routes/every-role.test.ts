import { beforeAll, expect, test } from 'vitest';
import type { ServerBuild } from 'react-router';
import { filledIn, formsOn } from '#/test/support/forms-on-page';
import { START, useHub } from '#/test/support/hub';
import { EVERYBODY, oneOfEverything, type Everything, type Who } from '#/test/support/one-of-everything';
import { PUBLIC_ROUTES, STAFF_ROUTES, type Access, type RouteLine } from '#/test/support/route-table';
import { allPages } from '#/test/support/site-map';
import { tableContents } from '#/test/support/table-contents';
import type { Page, Visitor } from '#/test/support/visitor';

const hub = useHub();
let things: Everything;
let visitors: Record<Who, Visitor>;
let build: ServerBuild;

beforeAll(async () => {
  things = await oneOfEverything();
  const signedIn = EVERYBODY.map(async (who) => [who, await hub.signIn(things.people[who])] as const);
  visitors = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, Visitor>;
  build = (await import('virtual:react-router/server-build')) as unknown as ServerBuild;
});

const LINES = Object.entries(STAFF_ROUTES).map(([id, line]) => ({ id, ...line }));
const SENT = LINES.filter((line): line is typeof line & { sends: Access } => line.sends !== undefined);

/** What a person finds behind an address, in the words of the table. */
function foundBy(page: Page, allowed: readonly number[]): 'allowed' | 'to sign in' | number {
  if (page.location?.startsWith('/sign-in?next=') || page.status === 401) return 'to sign in';
  return allowed.includes(page.status) ? 'allowed' : page.status;
}

const expectedOf = (access: Access, bodyId: string) =>
  Object.fromEntries(EVERYBODY.map((who) => [who, access(things.people[who].actor, bodyId)]));

/** A form of the page as the first person who may send it sees it, as it stands. */
async function plausibleForm(line: RouteLine & { sends: Access }) {
  const sender = EVERYBODY.find((who) => line.sends(things.people[who].actor, things.body.id) === 'allowed');
  const path = line.at(things);
  const page = await visitors[sender ?? 'author'].get(path);
  const [form] = formsOn(page.document, path);
  const hasPassword = page.html.includes('type="password"');
  return { fields: form ? filledIn(form) : {}, hasPassword };
}

test('every address of the site map is either public or in the table of who may open it', () => {
  const known = [...PUBLIC_ROUTES, ...Object.keys(STAFF_ROUTES)];
  expect(
    allPages()
      .map((id) => id.replace('en/', ''))
      .toSorted(),
  ).toEqual(known.toSorted());
});

test('every address for staff that takes forms is in the table with who may send them', () => {
  const taking = Object.keys(STAFF_ROUTES).filter((id) => build.routes[`en/${id}`]?.module.action);
  expect(SENT.map(({ id }) => id).toSorted()).toEqual(taking.toSorted());
});

test.each(LINES)('$id opens for exactly those who may see it', async ({ at, opens, answers = 200 }) => {
  const path = at(things);
  const nobody = await hub.visitor().get(path);
  expect(foundBy(nobody, [])).toBe('to sign in');
  const found: Record<string, unknown> = {};
  for (const who of EVERYBODY) found[who] = foundBy(await visitors[who].get(path), [answers]);
  expect(found).toEqual(expectedOf(opens, things.body.id));
});

test.each(SENT)('$id changes nothing for those who may not send it', async (line) => {
  const path = line.at(things);
  const form = await plausibleForm(line);
  const expected = expectedOf(line.sends, things.body.id);
  const before = await tableContents();
  for (const fields of [{}, form.fields]) {
    const nobody = await hub.visitor().post(path, fields);
    expect(foundBy(nobody, [])).toBe('to sign in');
    if (form.hasPassword) expect(nobody.html).not.toContain('Send again');
    const found: Record<string, unknown> = {};
    for (const who of EVERYBODY.filter((one) => expected[one] !== 'allowed')) {
      found[who] = foundBy(await visitors[who].post(path, fields), []);
    }
    expect(found).toEqual(
      Object.fromEntries(Object.entries(expected).filter(([, answer]) => answer !== 'allowed')),
    );
  }
  expect(await tableContents()).toEqual(before);
});

test.each(SENT)(
  '$id is answered with words to everyone who may send it',
  async ({ at, sends, worksEmpty }) => {
    const statuses: Record<string, number> = {};
    for (const who of EVERYBODY.filter(
      (one) => sends(things.people[one].actor, things.body.id) === 'allowed',
    )) {
      const page = await visitors[who].post(at(things), {});
      statuses[who] = page.status;
      if (page.status >= 400) expect(page.text().length, who).toBeGreaterThan(20);
    }
    const allowed = worksEmpty ? [200, 302, 303, 400, 404, 409] : [400, 409];
    expect(
      Object.values(statuses).filter((status) => !allowed.includes(status)),
      JSON.stringify(statuses),
    ).toEqual([]);
    await hub.setClock(START);
  },
);
