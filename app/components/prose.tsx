import type { Language } from '~/domain/translation';

/**
 * A plain text of several paragraphs: blank lines part them, and a block of lines that start with "- " is a list.
 * `lang` marks a text that is not in the page's language.
 */
export function Prose({ text, lang }: { text: string; lang?: Language | undefined }) {
  const marks = { lang, dir: lang && 'auto' };
  return text
    .split(/\r?\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block, index) => {
      const lines = block.split(/\r?\n/);
      if (!lines.every((line) => /^[-•] /.test(line))) {
        return (
          <p key={index} {...marks}>
            {block}
          </p>
        );
      }
      return (
        <ul key={index} {...marks}>
          {lines.map((line, position) => (
            <li key={position}>{line.slice(2)}</li>
          ))}
        </ul>
      );
    });
}
