export { phraseFor, phraseHash } from './receipt-phrase.server';
export { resumePath } from './resume-token.server';
export { textKeyOf } from './text-key.server';
