import { createTheme } from '~/domain/analysis/change-codebook.server';
import { settleConsultation } from '~/domain/consultee/settle-silence.server';
import { contestOutcome } from '~/domain/consultee/contest-outcome.server';
import { remindConsultees } from '~/domain/consultee/send-reminders.server';
import { withdrawConsultee } from '~/domain/consultee/withdraw-consultee.server';
import { chapters } from './chapters';
import { words } from './common-words';
import { answerOnTheWeb } from './answers.server';
import {
  acknowledge,
  callerOf,
  notifyConsultees,
  postLetters,
  reply,
  type SampleConsultee,
} from './consultees.server';
import { deliver } from './deliver.server';
import { documentOf } from './document-of';
import { key, register } from './letters.server';
import type { SamplePeople } from './people.server';
import { publishChapter } from './publish-chapter.server';
import { silenceAnswers } from './said-by-respondents';
import type { SampleClock } from './sample-clock.server';

const DAYS = { opens: -120, closes: -14, considerUntil: 20, decision: 30, feedback: 50 };
const FINAL_REMINDER = -21;

/** One for every outcome there can be. */
function consultees(clock: SampleClock): SampleConsultee[] {
  const accepted = {
    acceptedCodeOn: clock.day(-200),
    acceptedCodeEvidence: 'Signed at the partnership meeting',
  };
  const organisation = { kind: 'organisation', language: 'en', ...accepted } as const;
  return [
    {
      ...organisation,
      name: 'Ashmere Carers',
      email: 'post@carers.example',
      acknowledges: true,
      reply: { kind: 'support', text: 'Twelve weeks suit us.' },
    },
    {
      ...organisation,
      name: 'Valley Transport Users',
      email: 'post@valley.example',
      acknowledges: true,
      reply: { kind: 'objection', text: 'Silence of a small group says nothing.' },
    },
    {
      ...organisation,
      name: 'Wyreford Food Bank',
      email: 'post@foodbank.example',
      acknowledges: true,
      reply: { kind: 'amendment', text: 'Leave August out of the twelve weeks.' },
    },
    {
      ...organisation,
      name: 'Hill Farmers’ Circle',
      email: 'post@hillfarm.example',
      acknowledges: true,
      reply: { kind: 'no-view', text: undefined },
    },
    {
      ...organisation,
      name: 'Grŵp Mamau a Babanod',
      language: 'cy',
      email: 'post@mamau.example',
      acknowledges: true,
    },
    { ...organisation, name: 'Ashmere Sports Trust', postalAddress: 'The Pavilion, Ashmere' },
    { ...organisation, name: 'Wyreford Chess Club', email: 'post@chess.example' },
    {
      ...organisation,
      name: 'Anjuman-e-Khawateen',
      language: 'ur',
      email: 'post@anjuman.example',
      acknowledges: true,
    },
    {
      kind: 'organisation',
      language: 'en',
      name: 'Market Traders',
      email: 'post@traders.example',
      acknowledges: true,
    },
    { ...organisation, name: 'Old Mill Trust', email: 'post@oldmill.example', acknowledges: true },
    {
      kind: 'person',
      language: 'en',
      name: 'Margaret Ellis',
      email: 'm.ellis@people.example',
      acknowledges: true,
      ...accepted,
    },
  ];
}

/**
 * Chapter 2: closed two weeks ago, with letters, a call, late answers, consultees in every outcome, and a codebook that was
 * begun.
 */
export async function closedChapter(
  people: SamplePeople,
  clock: SampleClock,
): Promise<{ id: string; slug: string }> {
  const { author, clerk } = people;
  await clock.goTo(-130);
  const chapter = await publishChapter(people, documentOf(chapters.silence, clock, DAYS));
  const register_ = consultees(clock);

  await clock.goTo(-118);
  const ids = await notifyConsultees(author, chapter.id, register_);
  await deliver();
  await clock.goTo(-117, '16:00');
  await postLetters(author, chapter.id, clock.day(-117));
  await clock.goTo(-115);
  await acknowledge(ids, register_);

  for (const [index, answer] of silenceAnswers.entries()) {
    await clock.goTo(-110 + index * 5, '11:20');
    await answerOnTheWeb(chapter.slug, answer);
    if (index === 6) await reply(ids, register_);
    if (index === 8)
      await withdrawConsultee(author, {
        consultationId: chapter.id,
        consulteeId: ids.get('Old Mill Trust') ?? '',
      });
  }
  await clock.goTo(-42);
  await remindConsultees(chapter.id);
  await deliver();
  await postLetters(author, chapter.id, clock.day(-42));
  for (let day = FINAL_REMINDER - 1; day <= FINAL_REMINDER + 3; day += 1) {
    await clock.goTo(day);
    await remindConsultees(chapter.id);
    await deliver();
    await postLetters(author, chapter.id, clock.day(day));
  }

  await clock.goTo(-16, '15:00');
  const letter = await register(clerk, chapter.id, {
    channel: 'post',
    received: { date: clock.day(-16), time: '09:30' },
    evidence: 'Date stamp of the post room',
    sender: 'A resident of the valley',
  });
  const call = await register(clerk, chapter.id, {
    channel: 'phone',
    received: { date: clock.day(-16), time: '14:40' },
    evidence: 'Call log',
  });
  await register(clerk, chapter.id, {
    channel: 'handed-in',
    received: { date: clock.day(-16), time: '12:05' },
    evidence: 'Handed in at the library, receipt 12',
  });
  await clock.goTo(-13, '09:00');
  await answerOnTheWeb(chapter.slug, {
    language: 'en',
    answers: {
      period: { choice: 'twelve' },
      overall: { choice: 'agree' },
      missing: { text: 'I was in hospital and answer a day late.' },
    },
  });
  await settleConsultation(chapter.id);
  await deliver();
  await clock.goTo(-12);
  await key(
    clerk,
    chapter.id,
    letter.id,
    {
      period: { choice: 'eight' },
      'why-eight': { text: 'A new bench, for instance.' },
      overall: { choice: 'agree' },
    },
    { pages: '1-2' },
  );
  await key(
    clerk,
    chapter.id,
    call.id,
    { period: { choice: 'twelve' }, overall: { choice: 'neither' } },
    { helper: 'The clerk read the questions aloud' },
  );
  await contestOutcome(await callerOf(ids, 'Anjuman-e-Khawateen'), {
    reasons: 'The reminder came while our office was closed.',
  });
  await deliver();
  await clock.goTo(-11);
  for (const name of [
    words('Silence and reminders', 'Tawelwch ac atgoffa', 'خاموشی اور یاد دہانی'),
    words('Holidays', 'Gwyliau', 'چھٹیاں'),
  ]) {
    await createTheme(people.analyst, chapter.id, {
      questionId: 'missing',
      name,
      description: '',
      suggestedBy: '',
    });
  }
  return chapter;
}
