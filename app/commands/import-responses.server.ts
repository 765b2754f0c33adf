import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { HubError } from '~/domain/hub-error';
import { findAuthor } from '~/domain/identity/find-author.server';
import { columnProblems, readImportMap } from '~/domain/imported-responses';
import { importResponses } from '~/domain/imported-responses/import-responses.server';
import { formOf } from '~/domain/imported-responses/read-file.server';
import { countReasons, FAILURES, mapProblemInWords, reportInWords, rowInWords } from './import-words';

const USAGE = 'Usage: npm run hub -- import-responses FILE --map MAP --body SLUG --author EMAIL [--dry-run]';

/**
 * `import-responses`: loads a file of responses collected elsewhere. Resolves to 0 when every row is in, 2 when some did not
 * fit or differ from what was loaded before (each is named), 1 when nothing was loaded; with `--dry-run` the same, and nothing is written.
 */
export async function importResponsesFile(parameters: string[]): Promise<number> {
  const asked = readParameters(parameters);
  if (!asked) return complain(USAGE);
  const content = await readFile(asked.map).catch(() => undefined);
  if (content === undefined) return complain(`${asked.map} cannot be read.`);
  const read = readImportMap(content);
  const problems = 'problems' in read ? read.problems : [];
  try {
    const declared = 'map' in read ? read.map : undefined;
    const { header } = await formOf(asked.file, {
      encoding: declared?.encoding,
      separator: declared?.delimiter,
      columns: read.columns.map(({ column }) => column),
    });
    problems.push(...columnProblems(read.columns, header));
    if ('problems' in read || problems.length > 0)
      return complain(`${asked.map} is not used:`, ...problems.map(mapProblemInWords));
    const { actor, bodyId } = await findAuthor(asked.author, asked.body);
    const reasons = countReasons();
    const report = await importResponses(actor, {
      bodyId,
      map: read.map,
      file: asked.file,
      isDryRun: asked.isDryRun,
      onUnfit: (row) => {
        reasons.add(row);
        console.error(rowInWords(row));
      },
    });
    for (const line of [...reportInWords(report, asked.isDryRun), ...reasons.inWords()]) console.log(line);
    if (report.loaded + report.already === 0)
      return complain('No row fits, so nothing is loaded and no consultation is made.');
    return report.unfit + report.differing === 0 ? 0 : 2;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return complain(
      ...(problems.length > 0 ? [`${asked.map} is not used:`, ...problems.map(mapProblemInWords)] : []),
      FAILURES[error.code]?.(error.values) ?? error.code,
    );
  }
}

function readParameters(parameters: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        body: { type: 'string' },
        author: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    const { map, body, author, 'dry-run': isDryRun } = values;
    return file && map && body && author && others.length === 0
      ? { file, map, body, author, isDryRun }
      : undefined;
  } catch {
    return undefined;
  }
}

function complain(...lines: string[]): number {
  console.error(lines.join('\n'));
  return 1;
}
