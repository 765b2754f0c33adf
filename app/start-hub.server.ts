import { setTimeout as sleep } from 'node:timers/promises';
import { storeInMailbox } from '~/domain/rehearsal/mailbox.server';
import { refuseRehearsalInProduction } from '~/domain/rehearsal/rehearsal.server';
import { configuration } from '~/platform/configuration.server';
import { pool } from '~/platform/database/database.server';
import { openDatabase } from '~/platform/database/open-database.server';
import { startWorker } from '~/platform/jobs/worker.server';
import { log } from '~/platform/log.server';
import { connectMail, disconnectMail } from '~/platform/mail/transport.server';
import { keepUptime } from '~/platform/uptime.server';
import { crontab, tasks } from './tasks.server';

export interface RunningHub {
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/**
 * Everything under the pages: the database (its own unless DATABASE_URL names one), migrations, mail, the worker.
 * With `isServing` false (the command line) no lock, worker or heartbeat is taken, and a database that was running stays so.
 */
export async function startHub({
  isServing,
  fill,
}: {
  isServing: boolean;
  /** Fills the hub before anybody works in it. */
  fill?: () => Promise<void>;
}): Promise<RunningHub> {
  const settings = configuration();
  const stops: Array<() => Promise<void> | void> = [];
  const stop = async () => {
    for (const step of stops.reverse()) await step();
  };
  try {
    const opened = await openDatabase({
      databaseUrl: settings.databaseUrl,
      folder: settings.folder,
      isGuest: !isServing,
      onLost: (error) => {
        if (!isServing) return;
        log.fatal({ err: error });
        process.exit(1);
      },
    });
    stops.push(() => opened.close());
    if (settings.isProduction) await refuseRehearsalInProduction();
    connectMail({ smtpUrl: settings.smtpUrl, from: settings.mailFrom, store: storeInMailbox });
    stops.push(disconnectMail);
    await fill?.();
    if (isServing) {
      const uptime = await keepUptime(pool());
      stops.push(uptime.stop);
      if (settings.runsWorker) {
        const worker = await startWorker({ pool: pool(), tasks, crontab });
        stops.push(() => worker.stop());
      }
    }
    return { databaseUrl: opened.url, stop };
  } catch (error) {
    await Promise.race([stop(), sleep(5000)]);
    throw error;
  }
}
