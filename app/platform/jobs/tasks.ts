/**
 * Every kind of job and what it is given. A domain folder adds its own beside the task:
 *
 *     declare module '~/platform/jobs/tasks' {
 *       interface JobPayloads { 'close-consultation': { consultationId: string } }
 *     }
 *
 * Payloads hold identifiers, never content: they lie in a queue, and what they name may have changed by then.
 */
export interface JobPayloads {
  'send-delivery': { deliveryId: string };
}

export type JobName = keyof JobPayloads;

/** What does the jobs of one kind. It may run twice or late: it looks at what is stored and does what is still missing. */
export type TaskHandler<Name extends JobName> = (
  payload: JobPayloads[Name],
  job: { readonly attempt: number; readonly maxAttempts: number; readonly signal: AbortSignal | undefined },
) => Promise<void>;

export type TaskHandlers = { readonly [Name in JobName]?: TaskHandler<Name> };
