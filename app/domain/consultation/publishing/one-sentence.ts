/** Words that a full stop shortens, so that a capital after them begins no sentence. */
const SHORTENED = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|rev|prof|cllr|cyng|no|nos|rh|\p{Lu})$/iu;

/**
 * Whether a text is at most one sentence, in Latin or Urdu writing: no line break, and after a full stop, question or
 * exclamation mark nothing that begins another.
 */
export function isOneSentence(text: string): boolean {
  const sentence = text.trim();
  if (/[\n\r]/.test(sentence)) return false;
  if (/[۔؟]["'”’»)]*\s*\S/u.test(sentence.replace(/[۔؟\s"'”’»)]+$/u, ''))) return false;
  const ends = sentence.matchAll(/[.!?]["'”’)]*\s+(?=["'“‘(]?[\p{Lu}\p{Nd}])/gu);
  return [...ends].every(
    ({ 0: end, index }) => end.startsWith('.') && SHORTENED.test(sentence.slice(0, index)),
  );
}
