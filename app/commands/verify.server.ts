import { readFile, writeFile } from 'node:fs/promises';
import {
  verifyAgainst,
  verifyChain,
  writeLatestLinks,
  type BrokenLink,
  type Verified,
} from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';

const USAGE = `Usage:
  npm run hub -- verify                  work every link of the audit trail out again
  npm run hub -- verify --save FILE      then write the latest link of each chain to a new file
  npm run hub -- verify --against FILE   then hold the trail against such a file, or an exported trail`;

const BECAUSE: Record<BrokenLink['because'], string> = {
  'link-missing': 'it is missing',
  'wrong-previous': 'it does not continue the link before it',
  'entries-missing': 'entries of it are missing',
  'entries-added': 'entries were added to it',
  'hash-differs': 'its entries are not those it was made from',
  'time-differs': 'its time is not that of its entries',
  'entry-without-link': 'there are entries that belong to no link',
  rewritten: 'it is not the link that was saved: the trail was rewritten',
  'cut-short': 'the saved link is not there any more: the trail was cut short',
};

/**
 * `verify`: works the whole audit trail out again and names the first broken link; `--against FILE` also holds it against
 * a saved copy of the latest links, `--save FILE` writes one. Resolves to 0 when all is well, 1 otherwise.
 */
export async function verify(parameters: string[]): Promise<number> {
  const [option, file, ...others] = parameters;
  const isUnderstood =
    parameters.length === 0 ||
    ((option === '--against' || option === '--save') && file && others.length === 0);
  if (!isUnderstood) {
    console.error(USAGE);
    return 1;
  }
  const chains = await verifyChain('all');
  if (!report(chains, (links) => `The audit trail is whole: ${links} links were worked out again.`)) return 1;
  try {
    if (option === '--against' && file) return (await compareWith(file)) ? 0 : 1;
    if (option === '--save' && file) {
      await writeFile(file, await writeLatestLinks(), { flag: 'wx' });
      console.log(`The latest links are in ${file}. Keep it where nobody who runs the hub can change it.`);
    }
    return 0;
  } catch (error) {
    console.error(reasonOf(error, file ?? ''));
    return 1;
  }
}

async function compareWith(file: string): Promise<boolean> {
  const compared = await verifyAgainst(await readFile(file, 'utf8'));
  return report(
    compared,
    (links) => `Nothing was rewritten or cut short: all ${links} saved links are there.`,
  );
}

function report(verified: Verified, sayWell: (links: number) => string): boolean {
  if (verified.ok) console.log(sayWell(verified.links));
  else
    console.error(
      `Chain ${verified.chainId}, link ${verified.number} is broken: ${BECAUSE[verified.because]}.`,
    );
  return verified.ok;
}

function reasonOf(error: unknown, file: string): string {
  if (error instanceof HubError) return `${file}: line ${error.values['line']} is not a saved link.`;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EEXIST')
    return `${file} exists already: name a new file, so that an older copy is never lost.`;
  if (typeof code === 'string') return `${file} cannot be used (${code}).`;
  throw error;
}
