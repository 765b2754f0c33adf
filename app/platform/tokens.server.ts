import { createHash, createHmac, randomBytes } from 'node:crypto';
import { configuration } from './configuration.server';

/** A secret for a link: 192 random bits, 32 characters that need no escaping in an address. Store only its hash. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** SHA-256 in hexadecimal; enough for a token, which nobody can guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Proquints (arXiv:0901.4016): five letters that can be said aloud, for sixteen bits. */
const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const WORDS_IN_PHRASE = 5;

/** Of the 65,536 words, those that nobody should be asked to write down. */
const UNSPEAKABLE = new Set(['dagos', 'fagot', 'homos', 'jihad', 'nazis', 'pakis', 'satan']);

/** What someone writes down to come back to an unfinished response: five words like `lusab babad gutih tugad vizot`, 80 bits. */
export function newSecretPhrase(): string {
  const words: string[] = [];
  while (words.length < WORDS_IN_PHRASE) {
    const word = proquint(randomBytes(2).readUInt16BE());
    if (!UNSPEAKABLE.has(word)) words.push(word);
  }
  return words.join(' ');
}

function proquint(bits: number): string {
  const consonant = (shift: number) => CONSONANTS[(bits >> shift) & 15];
  const vowel = (shift: number) => VOWELS[(bits >> shift) & 3];
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`;
}

/** A phrase as we write it, whatever the case, spaces, hyphens and full stops it was typed with. */
export function normalisePhrase(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z]/g, '');
  return letters.match(/.{1,5}/g)?.join(' ') ?? '';
}

/** What is stored of a phrase: a keyed hash, so that a copied database alone does not let anyone try phrases. */
export function hashPhrase(phrase: string, secret: string = configuration().secret): string {
  return createHmac('sha256', secret).update(normalisePhrase(phrase)).digest('hex');
}
