/**
 * The day (YYYY-MM-DD) by which feedback is promised: the latest promise, or the one it was published with; nothing where
 * none was made. `delays` has the latest first.
 */
export function promisedDay(
  feedbackOn: Date | null,
  delays: readonly { promisedOn: string }[],
): string | undefined {
  return delays[0]?.promisedOn ?? feedbackOn?.toISOString().slice(0, 10);
}
