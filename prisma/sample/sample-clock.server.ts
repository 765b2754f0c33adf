import { setRehearsalClock } from '~/domain/rehearsal/rehearsal.server';

export const SAMPLE_ZONE = 'Europe/London';

/** The days of the sample, counted from the day it is loaded. */
export class SampleClock {
  readonly #today: Temporal.PlainDate;

  constructor(today: Temporal.PlainDate) {
    this.#today = today;
  }

  /** A day as YYYY-MM-DD, `days` from today. */
  day(days: number): string {
    return this.#today.add({ days }).toString();
  }

  /** Lets it be `days` from today at a time of day, HH:MM, on the hub's clock. */
  async goTo(days: number, time = '10:00'): Promise<void> {
    const moment = this.#today.add({ days }).toZonedDateTime({ timeZone: SAMPLE_ZONE, plainTime: time });
    await setRehearsalClock({ at: moment.toInstant() });
  }

  /** Lets the hub's clock show real time. */
  async backToNow(): Promise<void> {
    await setRehearsalClock({ shiftSeconds: 0 });
  }
}
