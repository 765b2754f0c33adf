import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { translatorOf } from '~/domain/translation/translator';
import { importConsultation } from '~/domain/consultation/import-consultation.server';
import { readConsultationFile, type FileProblem } from '~/domain/consultation/file';
import { HubError } from '~/domain/hub-error';
import { findAuthor } from '~/domain/identity/find-author.server';
import { hubNow } from '~/platform/database/clock.server';
import { AUTHOR_REFUSALS } from './author-words';
import { unfinishedInWords } from './unfinished-words';

const USAGE = 'Usage: npm run hub -- import FILE --body SLUG --author EMAIL';

/** `import FILE --body SLUG --author EMAIL`: a draft from a consultation file. Resolves to 0 when it was made, 1 otherwise. */
export async function importFile(parameters: string[]): Promise<number> {
  const asked = readParameters(parameters);
  if (!asked) return complain(USAGE);
  const content = await readFile(asked.file).catch(() => undefined);
  if (content === undefined) return complain(`${asked.file} cannot be read.`);
  const read = readConsultationFile(content);
  if (!read.isFit) {
    return complain(
      `${asked.file} is not imported:`,
      ...read.problems.map((problem) => inWords('problem', problem)),
    );
  }
  try {
    const { actor, bodyId } = await findAuthor(asked.author, asked.body);
    const { id, slug } = await importConsultation(actor, { bodyId, file: read.file });
    for (const line of notesInWords(read.notes)) console.log(line);
    for (const line of unfinishedInWords(read.file, await hubNow())) console.log(line);
    console.log(`Imported as a draft: ${slug}, to be worked on at /officer/consultations/${id}`);
    return 0;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return complain(AUTHOR_REFUSALS[error.code]?.(error.values) ?? error.code);
  }
}

function readParameters(parameters: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { body: { type: 'string' }, author: { type: 'string' } },
    });
    const [file, ...others] = positionals;
    return file && values.body && values.author && others.length === 0
      ? { file, body: values.body, author: values.author }
      : undefined;
  } catch {
    return undefined;
  }
}

/** So many remarks of one kind are a line each. */
const FEW = 5;

function notesInWords(notes: readonly FileProblem[]): string[] {
  return Object.entries(Object.groupBy(notes, ({ code }) => code)).flatMap(([code, alike = []]) => {
    if (alike.length <= FEW || !code.startsWith('id-')) return alike.map((note) => inWords('note', note));
    const path = `${alike.length} places, such as ${alike
      .slice(0, 2)
      .map((note) => note.path)
      .join(', ')}`;
    return [inWords('note', { code, path })];
  });
}

function inWords(kind: 'problem' | 'note', { code, path, values }: FileProblem): string {
  return `  ${path ? `${path}: ` : ''}${translatorOf('en').t(`consultation-file:${kind}.${code}`, values)}`;
}

function complain(...lines: string[]): number {
  console.error(lines.join('\n'));
  return 1;
}
