import { connectDatabase, disconnectDatabase } from './database.server';
import { startEmbedded } from './embedded-postgres.server';
import { type AlreadyRunningError, lockInstance } from './instance-lock.server';
import { migrate } from './migrate.server';

export interface OpenDatabase {
  readonly url: string;
  /** Ends every connection; stops PostgreSQL when it is the hub's own. */
  close(): Promise<void>;
}

/**
 * The whole way to a usable database: the server at `databaseUrl`, or the hub's own in `folder`, which is then locked against a second hub;
 * brought up to date; connected.
 *
 * @throws {AlreadyRunningError} when another hub has the folder; its database keeps running.
 */
export async function openDatabase(options: {
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  /** Another hub took the folder over while PostgreSQL restarted: this one must end. */
  readonly onLost: (error: AlreadyRunningError) => void;
}): Promise<OpenDatabase> {
  if (options.databaseUrl) {
    await migrate(options.databaseUrl);
    connectDatabase(options.databaseUrl);
    return { url: options.databaseUrl, close: disconnectDatabase };
  }

  const postgres = await startEmbedded(options);
  const lock = await lockInstance(postgres.url, options);
  async function close() {
    await disconnectDatabase();
    await lock.release();
    await postgres.stop();
  }
  try {
    await migrate(postgres.url);
  } catch (error) {
    await close();
    throw error;
  }
  connectDatabase(postgres.url);
  return { url: postgres.url, close };
}
