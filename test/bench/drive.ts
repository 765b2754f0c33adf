import { Pool } from 'undici';

/** What a load saw. Latencies in milliseconds. */
export type Load = {
  perSecond: number;
  done: number;
  failed: number;
  p50: number;
  p99: number;
  seconds: number;
};

/** A request of the load: what to send, and whether the answer is the expected one. */
export type Shot = {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  isExpected?: (status: number, location: string | undefined) => boolean;
};

/**
 * Keeps `connections` busy for `seconds`, each sending the next shot when the last was answered. Ends early when
 * `next` has none left.
 */
export async function drive(
  origin: string,
  connections: number,
  seconds: number,
  next: () => Shot | undefined,
): Promise<Load> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;

  async function shooter(): Promise<void> {
    for (let shot = next(); shot && performance.now() < endsAt; shot = next()) {
      const sentAt = performance.now();
      const {
        method = 'GET',
        path,
        headers = {},
        body = null,
        isExpected = (status) => status === 200,
      } = shot;
      try {
        const answer = await pool.request({ path, method, headers, body });
        await answer.body.dump();
        const location = answer.headers['location'];
        if (isExpected(answer.statusCode, Array.isArray(location) ? location[0] : location)) {
          latencies.push(performance.now() - sentAt);
        } else failed += 1;
      } catch {
        failed += 1;
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, shooter));
  const took = (performance.now() - startedAt) / 1000;
  await pool.close();
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    perSecond: latencies.length / took,
    done: latencies.length,
    failed,
    p50: at(0.5),
    p99: at(0.99),
    seconds: took,
  };
}
