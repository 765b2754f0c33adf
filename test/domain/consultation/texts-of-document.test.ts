import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDocument, inAll } from '#/test/support/factories';
import { consultationDocumentSchema } from '~/domain/consultation/document';
import { setText, textsOf } from '~/domain/consultation/translation';

const silence = {
  proposition: inAll('The code is adopted.'),
  periodDays: 56,
  objectionEndsForAll: false,
  contestDays: 28,
  isStatutory: false,
};
const document = aDocument({ silence });
const paths = textsOf(document).map(({ path }) => path);

test('paths are made of ids and unique', () => {
  expect(paths).toEqual(
    expect.arrayContaining([
      'title',
      'option.mornings.title',
      'option.close.whyRejected',
      'method.paper.name',
      'timetable.decisionMaker',
      'contact.role',
      'silence.proposition',
      'section.hours.title',
      'question.option.label',
      'question.option.choice.mornings',
    ]),
  );
  expect(new Set(paths).size).toBe(paths.length);
});

test('no text of the document is left out', () => {
  const marked = JSON.stringify(document).match(/ \(cy\)/g) ?? [];
  expect(paths).toHaveLength(marked.length);
});

test('a text reads back as it was set, and nothing else changes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.constantFrom('cy' as const, 'ur' as const),
      fc.string({ minLength: 1 }),
      (path, language, text) => {
        const changed = setText(document, path, language, text);
        const others = (some: typeof document) =>
          textsOf(some).map((one) =>
            one.path === path ? { ...one, texts: { ...one.texts, [language]: '' } } : one,
          );
        expect(textsOf(changed).find((one) => one.path === path)?.texts[language]).toBe(text);
        expect(others(changed)).toEqual(others(document));
        const back = setText(
          changed,
          path,
          language,
          textsOf(document).find((one) => one.path === path)?.texts[language] ?? '',
        );
        expect(consultationDocumentSchema.parse(back)).toEqual(document);
      },
    ),
  );
});

test('an empty text takes the translation out, an unknown place changes nothing', () => {
  expect(setText(document, 'title', 'cy', '').title).toEqual({
    en: document.title.en,
    ur: document.title.ur,
  });
  expect(setText(document, 'question.no-such.label', 'cy', 'x')).toEqual(document);
});

test('what is not written in the original language is not up for translation', () => {
  const only = aDocument({ issues: {}, evidenceFor: { cy: 'Dim ond Cymraeg' } });
  expect(textsOf(only).map(({ path }) => path)).not.toEqual(
    expect.arrayContaining(['issues', 'evidenceFor']),
  );
});
