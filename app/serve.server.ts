import * as build from 'virtual:react-router/server-build';
import { createHandler } from '~/middleware/handler.server';
import { PageCache } from '~/middleware/page-cache.server';
import { createHttpServer } from '~/middleware/http-server.server';
import { ConfigurationError, configuration } from '~/platform/configuration.server';
import { AlreadyRunningError } from '~/platform/database/instance-lock.server';
import { log } from '~/platform/log.server';
import { loadSampleWhenEmpty, sampleGuide } from '#/prisma/sample/load-sample.server';
import { startHub } from './start-hub.server';

const DRAIN_SECONDS = 10;
/** Then the process ends whatever still hangs: the next start recovers as after a crash. */
const STOP_SECONDS = 30;

async function start(clientFolder: string): Promise<void> {
  const settings = configuration();
  log.level = settings.logLevel;
  const hub = await startHub({ isServing: true, ...(settings.loadsSample && { fill: loadSampleWhenEmpty }) });

  const pages = new PageCache();
  const stopListening = await pages.listen();
  const server = createHttpServer(createHandler(build, pages), clientFolder);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : settings.port;
  console.log(`The consultation hub is open at ${settings.publicUrl?.href ?? `http://localhost:${port}`}`);
  if (settings.isSample) console.log(sampleGuide(`http://localhost:${port}`));

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), DRAIN_SECONDS * 1000).unref();
    setTimeout(() => process.exit(1), STOP_SECONDS * 1000).unref();
    await new Promise<void>((resolve) => server.once('close', () => resolve()));
    await stopListening();
    await hub.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Starts the hub and serves it, with the built assets of `clientFolder`, until it is told to stop; says in one line why it could not. */
export async function serve(clientFolder: string): Promise<void> {
  try {
    await start(clientFolder);
  } catch (error) {
    if (error instanceof ConfigurationError || error instanceof AlreadyRunningError)
      console.error(error.message);
    else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      console.error(
        `Port ${configuration().port} is taken: stop what uses it, or start with another, e.g. PORT=3001 npm start`,
      );
    } else log.fatal({ err: error }, 'the hub could not start');
    process.exit(1);
  }
}
