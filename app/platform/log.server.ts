import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';

const currentRequest = new AsyncLocalStorage<string>();

/** Everything logged inside `work`, however deep, carries the request's id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return currentRequest.run(requestId, work);
}

/** What never reaches the log, wherever it hangs on a logged object: secrets and people's addresses. */
const SECRETS = ['password', 'token', 'secret', 'phrase', 'email', 'to', 'cookie', 'authorization'];

/** PostgreSQL quotes the offending values in these. */
const QUOTED_VALUES = [
  'err.detail',
  'err.where',
  'err.parameters',
  'err.meta.driverAdapterError.cause.detail',
];

/** A logger that writes one JSON object a line, to standard output unless given another destination. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`), '*.headers.cookie', ...QUOTED_VALUES],
        censor: '[hidden]',
      },
      mixin: () => {
        const requestId = currentRequest.getStore();
        return requestId ? { requestId } : {};
      },
    },
    destination,
  );
}

/** The hub's log. It starts at `info`; the server sets `log.level` to what LOG_LEVEL asks for. */
export const log = createLog('info');
