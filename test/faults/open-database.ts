/** Opens the hub's own database in the folder given, as the server does: says so and stays, or ends with one sentence and code 1. */
import { AlreadyRunningError } from '~/platform/database/instance-lock.server';
import { openDatabase } from '~/platform/database/open-database.server';

try {
  const { url } = await openDatabase({ databaseUrl: undefined, folder: process.argv[2] ?? '', onLost() {} });
  console.log(url);
  setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof AlreadyRunningError)) throw error;
  console.error(error.message);
  process.exit(1);
}
