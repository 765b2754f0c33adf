import { expect, test } from 'vitest';
import { can, slugOf, type Actor, type Role } from '~/domain/identity';

test('a name becomes the part of an address that stands for it', () => {
  expect(slugOf('Llanfair Town Council')).toBe('llanfair-town-council');
  expect(slugOf('  Tŷ Gŵyl & Café (Môn) ')).toBe('ty-gwyl-cafe-mon');
});

test('a name in another script still has an address, and a long one a short address', () => {
  expect(slugOf('شہری کونسل')).toBe('body');
  expect(slugOf('a '.repeat(100)).length).toBeLessThanOrEqual(60);
  expect(slugOf('a '.repeat(100))).not.toMatch(/-$/);
});

const actor = (roles: Role[]): Actor => ({
  userId: 'someone',
  name: 'Someone',
  email: 'someone@example.org',
  isAdministrator: true,
  memberships: [{ bodyId: 'mine', bodyName: 'Mine', isInfrastructure: false, roles }],
});

test('roles count only for the bodies they were given for, and administrating the hub gives none', () => {
  expect(can(actor(['author']), 'write', ['mine', 'other'])).toBe(true);
  expect(can(actor(['author']), 'write', ['other'])).toBe(false);
  expect(can(actor([]), 'see', ['mine'])).toBe(false);
});

test('no role both writes and approves', () => {
  for (const role of ['author', 'approver', 'clerk', 'analyst', 'translator'] as const) {
    expect(can(actor([role]), 'write', ['mine']) && can(actor([role]), 'approve', ['mine'])).toBe(false);
  }
});
