import { consultationDocumentSchema } from '~/domain/consultation';
import { importConsultation } from '~/domain/consultation/import-consultation.server';
import { chapters } from './chapters';
import { common } from './common-words';
import { answerOnTheWeb } from './answers.server';
import { acknowledge, notifyConsultees, type SampleConsultee } from './consultees.server';
import { deliver } from './deliver.server';
import { documentOf } from './document-of';
import { key, register } from './letters.server';
import { giveLinks, passOn } from './passing-on.server';
import type { SamplePeople } from './people.server';
import { publishChapter } from './publish-chapter.server';
import { heardAnswers } from './said-by-respondents';
import type { SampleClock } from './sample-clock.server';

const OPEN_DAYS = { opens: -45, closes: 46, considerUntil: 80, decision: 90, feedback: 110 };
const FORTHCOMING_DAYS = { opens: 20, closes: 111, considerUntil: 140, decision: 150, feedback: 170 };

/** Chapter 3: open now, passed on by two infrastructure bodies, with consultees who have had their notice. */
export async function openChapter(people: SamplePeople, clock: SampleClock): Promise<void> {
  const { author, clerk } = people;
  await clock.goTo(-50);
  const chapter = await publishChapter(people, documentOf(chapters.heard, clock, OPEN_DAYS));
  const codes = await giveLinks(people, chapter.id);
  const accepted = {
    acceptedCodeOn: clock.day(-200),
    acceptedCodeEvidence: 'Signed at the partnership meeting',
  };
  const consultees: SampleConsultee[] = [
    {
      kind: 'organisation',
      language: 'en',
      name: 'Ashmere Carers',
      email: 'post@carers.example',
      acknowledges: true,
      ...accepted,
    },
    {
      kind: 'organisation',
      language: 'cy',
      name: 'Grŵp Mamau a Babanod',
      email: 'post@mamau.example',
      ...accepted,
    },
    {
      kind: 'group',
      language: 'ur',
      name: 'Anjuman-e-Khawateen',
      email: 'post@anjuman.example',
      ...accepted,
    },
    {
      kind: 'organisation',
      language: 'en',
      name: 'Wyreford Chess Club',
      postalAddress: '4 Mill Lane, Wyreford',
      ...accepted,
    },
  ];
  await clock.goTo(-44);
  const ids = await notifyConsultees(author, chapter.id, consultees);
  await deliver();
  await clock.goTo(-42);
  await acknowledge(ids, consultees);
  await passOn(people, chapter.id, { how: 'In the monthly letter to members', reached: 86 });
  for (const [index, answer] of heardAnswers.entries()) {
    await clock.goTo(-40 + index * 3, '18:10');
    const via = index % 3 === 0 ? codes[index % codes.length] : undefined;
    await answerOnTheWeb(chapter.slug, { ...answer, ...(via && { via }) });
  }
  await clock.goTo(-4, '16:00');
  const letter = await register(clerk, chapter.id, {
    channel: 'post',
    received: { date: clock.day(-4), time: '09:30' },
    evidence: 'Date stamp of the post room',
    sender: 'Mrs Evans, Hill Road',
  });
  await register(clerk, chapter.id, {
    channel: 'phone',
    received: { date: clock.day(-4), time: '15:10' },
    evidence: 'Call log',
  });
  await key(
    clerk,
    chapter.id,
    letter.id,
    { answered: { choice: 'none' }, option: { choice: 'always' }, overall: { choice: 'agree' } },
    { pages: '1' },
  );
  await deliver();
}

/** Chapter 4: announced, not open yet. */
export async function forthcomingChapter(people: SamplePeople, clock: SampleClock): Promise<void> {
  await clock.goTo(-5);
  await publishChapter(people, documentOf(chapters.cameOfIt, clock, FORTHCOMING_DAYS));
}

/** Chapter 5: being written. */
export async function draftChapter(people: SamplePeople, clock: SampleClock): Promise<void> {
  await clock.goTo(-2);
  const { format, originalLanguage, languages } = common;
  const document = consultationDocumentSchema.parse({
    ...chapters.together,
    format,
    originalLanguage,
    languages,
  });
  const file = { ...document, translationRecords: [] };
  await importConsultation(people.author, { bodyId: people.bodyId, file });
}
