import { keyAgain } from '~/domain/keying/check-keyed.server';
import { chapters } from './chapters';
import { answerOnTheWeb } from './answers.server';
import { deliver } from './deliver.server';
import { documentOf } from './document-of';
import { key, register } from './letters.server';
import { giveLinks, passOn } from './passing-on.server';
import type { SamplePeople } from './people.server';
import { publishChapter } from './publish-chapter.server';
import { reportChapter } from './report-chapter.server';
import { noticeAnswers } from './said-by-respondents';
import type { SampleClock } from './sample-clock.server';

const DAYS = { opens: -323, closes: -232, considerUntil: -200, decision: -190, feedback: -180 };

/** Chapter 1: passed on, answered, read, decided, reported. */
export async function reportedChapter(people: SamplePeople, clock: SampleClock): Promise<void> {
  const { clerk, secondClerk } = people;
  await clock.goTo(-330);
  const chapter = await publishChapter(people, documentOf(chapters.notice, clock, DAYS));
  const [code] = await giveLinks(people, chapter.id);
  await clock.goTo(-322);
  await passOn(people, chapter.id, { how: 'By e-mail to member groups', reached: 140 });
  for (const [index, answer] of noticeAnswers.entries()) {
    await clock.goTo(-320 + index * 3, '19:05');
    await answerOnTheWeb(chapter.slug, { ...answer, ...(code && index % 4 === 0 && { via: code }) });
  }
  await clock.goTo(-240, '15:00');
  const letter = await register(clerk, chapter.id, {
    channel: 'post',
    received: { date: clock.day(-240), time: '09:30' },
    evidence: 'Date stamp of the post room',
    sender: 'The village hall at Upper Ashmere',
  });
  const sheet = {
    weeks: { choice: 'eight-weeks' },
    where: { choices: ['letter', 'hall'] },
    overall: { choice: 'strongly-agree' },
    place: { choice: 'valley' },
  };
  const about = { name: 'Edith Vaughan', postalAddress: '7 Chapel Row\nWyreford' };
  const { responseId } = await key(clerk, chapter.id, letter.id, sheet, about);
  await clock.goTo(-239);
  await keyAgain(secondClerk, chapter.id, {
    responseId,
    entry: { closed: sheet, texts: [], asWritten: [], mayPublishAnswer: false, mayPublishName: false },
  });
  await deliver();
  await reportChapter(people, clock, chapter.id);
  await deliver();
}
