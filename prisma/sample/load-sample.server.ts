import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import { closedChapter } from './closed-chapter.server';
import { draftChapter, forthcomingChapter, openChapter } from './other-chapters.server';
import { makePeople, SAMPLE_PASSWORD, SAMPLE_PEOPLE } from './people.server';
import { reportedChapter } from './reported-chapter.server';
import { SAMPLE_ZONE, SampleClock } from './sample-clock.server';

/**
 * Fills an empty hub with a year of consulting on a draft code of practice, through the ordinary use cases, under a
 * rehearsal clock. A hub that has anything in it is left alone.
 */
export async function loadSampleWhenEmpty(): Promise<void> {
  const isEmpty = (await database().user.count()) + (await database().consultation.count()) === 0;
  if (!isEmpty) return;
  console.log('Filling the hub with sample content: this takes a moment the first time.');
  const now = await hubNow();
  const clock = new SampleClock(now.toZonedDateTimeISO(SAMPLE_ZONE).toPlainDate());
  await clock.goTo(-360);
  const people = await makePeople();
  await reportedChapter(people, clock);
  await closedChapter(people, clock);
  await openChapter(people, clock);
  await forthcomingChapter(people, clock);
  await draftChapter(people, clock);
  await clock.backToNow();
}

/** What to open and how to sign in, for whoever starts a sample hub. */
export function sampleGuide(address: string): string {
  const people = Object.entries(SAMPLE_PEOPLE).map(
    ([who, { name, email }]) =>
      `  ${email.padEnd(24)} ${name}, ${who.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
  );
  return [
    '',
    `Open ${address}/consultations to read and answer, also in Welsh (${address}/cy) and Urdu (${address}/ur).`,
    `Sign in at ${address}/sign-in with the password ${SAMPLE_PASSWORD} as:`,
    ...people,
    `E-mails of this sample hub are at ${address}/mailbox, its clock at ${address}/rehearsal.`,
  ].join('\n');
}
