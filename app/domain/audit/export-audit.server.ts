import { readLinks } from './read-links.server';

/**
 * A chain as evidence: one JSON object a line, `{chain, number, previousHash, hash, lines}`, from the first link on. Anyone
 * can work the hashes out again: SHA-256 of previousHash, number and lines, each on a line of its own. Streamed, so that
 * a trail of any length takes the same memory (requirements G1).
 */
export async function* exportAudit(chainId: string): AsyncGenerator<string> {
  for await (const { number, previousHash, hash, lines } of readLinks(chainId)) {
    yield `${JSON.stringify({ chain: chainId, number, previousHash, hash, lines })}\n`;
  }
}
