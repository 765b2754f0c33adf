import { exportFile } from './commands/export.server';
import { importFile } from './commands/import.server';
import { importResponsesFile } from './commands/import-responses.server';
import { person } from './commands/person.server';
import { verify } from './commands/verify.server';
import { log } from '~/platform/log.server';
import { startHub } from './start-hub.server';

/** The command line: `npm run hub -- COMMAND …`. */
const commands: Record<string, (parameters: string[]) => Promise<number>> = {
  export: exportFile,
  import: importFile,
  'import-responses': importResponsesFile,
  person,
  verify,
};

/** Does what the words of a command line say. @returns the exit code: 0 when all is well. */
export async function runCommand([name = '', ...parameters]: string[]): Promise<number> {
  const command = commands[name];
  if (!command) {
    console.error(`Say what to do: npm run hub -- ${Object.keys(commands).join(' | ')}`);
    return 1;
  }
  log.level = 'warn';
  const hub = await startHub({ isServing: false });
  try {
    return await command(parameters);
  } finally {
    await hub.stop();
  }
}
