import { person } from './commands/person.server';
import { verify } from './commands/verify.server';
import { startHub } from './start-hub.server';

/** The command line: `npm run hub -- COMMAND …`. */
const commands: Record<string, (parameters: string[]) => Promise<number>> = { person, verify };

const [name = '', ...parameters] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Say what to do: npm run hub -- ${Object.keys(commands).join(' | ')}`);
  process.exit(1);
}
const hub = await startHub({ isServing: false });
let code = 1;
try {
  code = await command(parameters);
} finally {
  await hub.stop();
}
process.exit(code);
