import { questionsOf, type Questionnaire } from '~/domain/questionnaire';

/** Seconds a question takes, generously: reading it and answering in one's own words or by choosing. */
const SECONDS = { 'long-text': 150, 'short-text': 45, other: 25 } as const;
const STEP_MINUTES = 5;

/** How long all questions take, in minutes, rounded up to the next five: an honest figure for the start page. */
export function minutesNeeded(questionnaire: Questionnaire): number {
  const seconds = questionsOf(questionnaire)
    .map(({ type }) => (type === 'long-text' || type === 'short-text' ? SECONDS[type] : SECONDS.other))
    .reduce((sum, each) => sum + each, 120);
  return Math.ceil(seconds / 60 / STEP_MINUTES) * STEP_MINUTES;
}

/** Within this many minutes of the deadline every page says how long is left. */
const WARNED_WITHIN_MINUTES = 60;

/** Whole minutes until an exclusive deadline while it is near; 'over' once it has passed; nothing before. */
export function minutesLeft(now: Temporal.Instant, closesAt: Temporal.Instant): number | 'over' | undefined {
  const milliseconds = closesAt.epochMilliseconds - now.epochMilliseconds;
  if (milliseconds <= 0) return 'over';
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes < WARNED_WITHIN_MINUTES ? minutes : undefined;
}
