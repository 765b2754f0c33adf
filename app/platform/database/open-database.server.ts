import { connectDatabase, disconnectDatabase } from './database.server';
import { startEmbedded } from './embedded-postgres.server';
import { AlreadyRunningError, lockInstance } from './instance-lock.server';
import { migrate } from './migrate.server';

export interface OpenDatabase {
  readonly url: string;
  /** Ends every connection; stops PostgreSQL when it is the hub's own and nobody else's. */
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
  /** Uses the database beside a hub that runs from the folder, and leaves it running: the command line. */
  readonly isGuest?: boolean;
  /** Another hub took the folder over while PostgreSQL restarted: this one must end. */
  readonly onLost: (error: AlreadyRunningError) => void;
}): Promise<OpenDatabase> {
  const server = options.databaseUrl
    ? { url: options.databaseUrl, stop: async () => {} }
    : await own(options);
  try {
    await migrate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  connectDatabase(server.url);
  return {
    url: server.url,
    async close() {
      await disconnectDatabase();
      await server.stop();
    },
  };
}

async function own({
  folder,
  isGuest = false,
  onLost,
}: Parameters<typeof openDatabase>[0]): Promise<{ url: string; stop(): Promise<void> }> {
  const postgres = await startEmbedded({ folder });
  try {
    const lock = await lockInstance(postgres.url, { folder, onLost });
    return {
      url: postgres.url,
      async stop() {
        await lock.release();
        await postgres.stop();
      },
    };
  } catch (error) {
    if (isGuest && error instanceof AlreadyRunningError) return { url: postgres.url, stop: async () => {} };
    throw error;
  }
}
