export { phraseFor, phraseHash } from './receipt-phrase.server';
export { textKeyOf } from './text-key.server';
