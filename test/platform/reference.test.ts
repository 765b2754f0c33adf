import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReferenceWellFormed, newReference, normaliseReference } from '~/platform/reference';

const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const references = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => newReference(() => bytes));

test('a reference is nine unambiguous characters in three groups', () => {
  fc.assert(
    fc.property(references, (reference) => {
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
      expect(isReferenceWellFormed(reference)).toBe(true);
    }),
  );
});

test('two references are different', () => {
  expect(newReference()).not.toBe(newReference());
});

test('any one wrong character is noticed', () => {
  const changes = fc.record({
    reference: references,
    at: fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 8, 10),
    to: fc.constantFrom(...alphabet),
  });
  fc.assert(
    fc.property(changes, ({ reference, at, to }) => {
      const changed = reference.slice(0, at) + to + reference.slice(at + 1);
      expect(isReferenceWellFormed(changed)).toBe(changed === reference);
    }),
  );
});

test('any two characters swapped are noticed', () => {
  const places = fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 8, 10);
  fc.assert(
    fc.property(references, places, places, (reference, one, other) => {
      const characters = [...reference];
      [characters[one], characters[other]] = [characters[other] ?? '', characters[one] ?? ''];
      const swapped = characters.join('');
      expect(isReferenceWellFormed(swapped)).toBe(swapped === reference);
    }),
  );
});

test('how it was typed does not matter: case, spaces, hyphens, and letters that look like digits', () => {
  const typists = fc.constantFrom(
    (text: string) => text.toLowerCase(),
    (text: string) => ` ${text.replaceAll('-', ' ')} `,
    (text: string) => text.replaceAll('-', ''),
    (text: string) => text.replaceAll('0', 'O'),
    (text: string) => text.replaceAll('1', 'l'),
    (text: string) => text.replaceAll('-', '–'),
  );
  fc.assert(
    fc.property(references, typists, (reference, type) => {
      expect(normaliseReference(type(reference))).toBe(reference);
      expect(isReferenceWellFormed(type(reference))).toBe(true);
    }),
  );
});

test('anything else is not a reference', () => {
  for (const text of ['', 'K7QF', 'K7QF-3M9T-2X', 'UUUU-UUUU-U', '🙂'])
    expect(isReferenceWellFormed(text)).toBe(false);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => isReferenceWellFormed(text)).not.toThrow();
    }),
  );
});
