import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { translatorOf } from '~/domain/translation/translator';
import { importConsultation } from '~/domain/consultation/import-consultation.server';
import { readConsultationFile, type FileProblem } from '~/domain/consultation/file';
import { checkQuestionnaire } from '~/domain/questionnaire';
import { HubError } from '~/domain/hub-error';
import { findAuthor } from '~/domain/identity/find-author.server';

const USAGE = 'Usage: npm run hub -- import FILE --body SLUG --author EMAIL';

const REASONS: Record<string, string> = {
  'body-unknown': 'There is no organisation with this short name: see the addresses under /admin.',
  'not-an-author': 'This person is not an author of this organisation.',
};

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
    for (const note of read.notes) console.log(inWords('note', note));
    for (const { code, path, language } of checkQuestionnaire(read.file.questionnaire, read.file.languages)) {
      console.log(inWords('unfinished', { code, path: placeInFile(path, language) }));
    }
    console.log(`Imported as a draft: ${slug}, to be worked on at /officer/consultations/${id}`);
    return 0;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return complain(REASONS[error.code] ?? error.code);
  }
}

function readParameters(parameters: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { body: { type: 'string' }, author: { type: 'string' } },
    });
    const [file] = positionals;
    return file && values.body && values.author
      ? { file, body: values.body, author: values.author }
      : undefined;
  } catch {
    return undefined;
  }
}

/** `sections.0.title` of the questionnaire as a place in the file, in a language where one is meant. */
function placeInFile(path: string, language: string | undefined): string {
  return `questionnaire.${path.replace(/\.(\d+)/g, '[$1]')}${language ? `.${language}` : ''}`;
}

function inWords(kind: 'problem' | 'note' | 'unfinished', { code, path, values }: FileProblem): string {
  const { t } = translatorOf('en');
  const words = t(`consultation-file:${kind}.${code}`, {
    ...values,
    defaultValue: t('consultation-file:unfinished.other'),
  });
  return `  ${path ? `${path}: ` : ''}${words}`;
}

function complain(...lines: string[]): number {
  console.error(lines.join('\n'));
  return 1;
}
