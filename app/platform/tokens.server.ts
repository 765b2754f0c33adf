import { createHmac, hash, randomBytes } from 'node:crypto';
import { configuration } from './configuration.server';

/** A secret for a link: 192 random bits, 32 characters that need no escaping in an address. Store only its hash. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** SHA-256 in hexadecimal; enough for a token, which nobody can guess. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}

/** Proquints (arXiv:0901.4016): five letters that can be said aloud, for sixteen bits. */
const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));
const WORDS_IN_PHRASE = 5;

/** Of the 65,536 words, those that nobody should be asked to write down. */
const UNSPEAKABLE = new Set(['dagos', 'fagot', 'homos', 'jihad', 'nazis', 'pakis', 'satan']);

/** What someone writes down to come back to a response: five words like `lusab babad gutih tugad vizot`, 80 bits. */
export function newSecretPhrase(random: Buffer = randomBytes(32)): string {
  const words: string[] = [];
  for (let at = 0; words.length < WORDS_IN_PHRASE; at += 2) {
    const word = proquint(random.readUInt16BE(at));
    if (!UNSPEAKABLE.has(word)) words.push(word);
  }
  return words.join(' ');
}

/** 256 bits that only who has the hub's secret can know, for a purpose and an id: a token that need not be kept in clear. */
export function derivedSecret(purpose: string, id: string, secret: string = configuration().secret): Buffer {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest();
}

function proquint(bits: number): string {
  return `${SYLLABLES[bits >> 10]}${SYLLABLES[(bits >> 4) & 63]}${CONSONANTS[bits & 15]}`;
}

/** A phrase as we write it, whatever the case, spaces, hyphens and full stops it was typed with. */
export function normalisePhrase(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z]/g, '');
  return letters.match(/.{1,5}/g)?.join(' ') ?? '';
}
