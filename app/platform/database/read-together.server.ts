import type { Transaction } from './database.server';

type Reads<Results extends readonly unknown[]> = { [Index in keyof Results]: () => Promise<Results[Index]> };

/** Runs several reads: side by side on connections of their own, or one after another inside a transaction, which has only one. */
export async function readTogether<const Results extends readonly unknown[]>(
  tx: Transaction | undefined,
  ...reads: Reads<Results>
): Promise<Results> {
  const results: unknown[] = [];
  if (!tx) return (await Promise.all(reads.map((read) => read()))) as unknown as Results;
  for (const read of reads) results.push(await read());
  return results as unknown as Results;
}
