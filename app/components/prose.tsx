import { BULLET, LINE_NUMBER } from '~/domain/list-marks';
import type { Language } from '~/domain/translation';

type Block = { kind: 'text' | 'bullets' | 'numbers'; lines: string[] };

/**
 * A plain text of several paragraphs: blank lines part them, lines with a bullet or a number before them make a list, and
 * other lines end where they were ended. `lang` marks a text that is not in the page's language.
 */
export function Prose({ text, lang }: { text: string; lang?: Language | undefined }) {
  const marks = { lang, dir: lang && 'auto' };
  return blocksOf(text).map(({ kind, lines }, index) => {
    if (kind === 'text') {
      return (
        <p key={index} className="written" {...marks}>
          {lines.join('\n')}
        </p>
      );
    }
    const List = kind === 'bullets' ? 'ul' : 'ol';
    return (
      <List key={index} {...marks}>
        {lines.map((line, position) => (
          <li key={position} value={kind === 'numbers' ? Number(LINE_NUMBER.exec(line)?.[1]) : undefined}>
            {line.replace(kind === 'numbers' ? LINE_NUMBER : BULLET, '')}
          </li>
        ))}
      </List>
    );
  });
}

/** Lines of one kind that follow one another; a blank line begins another paragraph, but no other list. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let isApart = true;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const kind = LINE_NUMBER.test(line) ? 'numbers' : BULLET.test(line) ? 'bullets' : 'text';
    const last = blocks.at(-1);
    if (line && last?.kind === kind && !(isApart && kind === 'text')) last.lines.push(line);
    else if (line) blocks.push({ kind, lines: [line] });
    isApart = !line;
  }
  return blocks;
}
