import { expect, test } from 'vitest';
import { mayOpen, pagesFor, tabsFor } from '~/domain/consultation/tabs';
import type { Actor, Role } from '~/domain/identity';

const someone = (...roles: Role[]): Actor => ({
  userId: 'someone',
  name: 'Someone',
  email: 'someone@example.org',
  isAdministrator: false,
  memberships: [{ bodyId: 'mine', bodyName: 'Mine', isInfrastructure: false, roles }],
});
const tabsOf = (actor: Actor, bodies = ['mine']) =>
  tabsFor(actor, bodies).flatMap((group) => [...group.tabs]);

test('everybody with a role sees the overview, nobody of another body sees anything', () => {
  for (const role of ['author', 'approver', 'clerk', 'analyst', 'translator'] as const) {
    expect(tabsOf(someone(role))).toContain('overview');
    expect(tabsOf(someone(role), ['other'])).toEqual([]);
  }
});

test('a clerk finds the arrivals and not the report, an analyst the reading and not the register', () => {
  expect(tabsOf(someone('clerk'))).toEqual(expect.arrayContaining(['arrivals', 'checks']));
  expect(tabsOf(someone('clerk'))).not.toContain('report');
  expect(tabsOf(someone('analyst'))).toEqual(expect.arrayContaining(['reading', 'results']));
  expect(tabsOf(someone('analyst'))).not.toContain('arrivals');
});

test('only approvers find the people who may be at risk', () => {
  expect(tabsOf(someone('approver'))).toContain('risk');
  expect(tabsOf(someone('author', 'clerk', 'analyst', 'translator'))).not.toContain('risk');
});

test('with every role there are nineteen pages in five groups, in the order of its life', () => {
  const groups = tabsFor(someone('author', 'approver', 'clerk', 'analyst', 'translator'), ['mine']);
  expect(groups.map((group) => group.name)).toEqual(['prepare', 'collect', 'understand', 'report', 'keep']);
  expect(groups.flatMap((group) => [...group.tabs])).toHaveLength(19);
});

test('a group without pages for the person is left out', () => {
  expect(tabsFor(someone('translator'), ['mine']).map((group) => group.name)).toEqual(['prepare']);
});

test('a draft offers what prepares it, and its audit trail', () => {
  const groups = tabsFor(someone('author', 'clerk', 'analyst', 'approver'), ['mine'], { isDraft: true });
  expect(groups.map(({ name, tabs }) => [name, tabs.length])).toEqual([
    ['prepare', 7],
    ['keep', 1],
  ]);
});

test('a page below a tab can be for fewer people than the tab', () => {
  const pagesOf = (actor: Actor) => pagesFor(actor, ['mine'], tabsFor(actor, ['mine']));
  const approver = pagesOf(someone('approver'));
  expect(mayOpen(approver, 'report')).toBe(true);
  expect(mayOpen(approver, 'report/preview')).toBe(true);
  expect(mayOpen(approver, 'report/findings/new')).toBe(false);
  expect(mayOpen(approver, 'report/delay')).toBe(false);
  expect(mayOpen(pagesOf(someone('author')), 'report/findings/new')).toBe(true);
  expect(mayOpen(pagesOf(someone('analyst')), 'arrivals/some-line')).toBe(false);
});
