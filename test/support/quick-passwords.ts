import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Passwords hashed at next to no cost: a test file makes and signs in hundreds of people, and what makes guessing slow took
 * half the time of all tests. The hub that is built and the one in production are tested with the real cost.
 */
const { scrypt } = crypto;
const COST = 2;

function quickScrypt(
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
  done: (error: Error | null, key: Buffer) => void,
): void {
  scrypt(password, salt, length, { ...options, N: COST }, done);
}

if (scrypt.name !== quickScrypt.name) {
  crypto.scrypt = quickScrypt as typeof scrypt;
  syncBuiltinESMExports(); // also for those that imported it by name
}
