import type { Answers } from '~/domain/questionnaire';
import type { SampleAnswer } from './answers.server';

const agreements = ['strongly-agree', 'agree', 'agree', 'neither', 'disagree', 'strongly-agree', 'dont-know'];
const places = ['wyreford', 'ashmere', 'valley', 'hills', 'whole', 'wyreford', 'valley'];
const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** What people wrote about chapter 1; several said the same in their own words. */
const noticeTexts = [
  'Our committee meets every second month. Four weeks is one meeting too late.',
  'Please put a notice on the board in the village hall. Half of our members have no e-mail.',
  'Eight weeks would let us ask our volunteers properly.',
  'Small changes should not need eight weeks. Leave room for urgent matters.',
  'A letter to each group would be enough for us.',
  'Mae wyth wythnos yn deg, ond rhowch wybod i ni yn Gymraeg yr un diwrnod.',
  'ہماری کمیٹی کے لیے آٹھ ہفتے مناسب ہیں۔ اردو میں بھی اطلاع دیں۔',
  'Say early what can still be changed. That matters more than the number of weeks.',
  'Who checks that notice was really given?',
];

const silenceTexts = [
  'Twelve weeks is right. Holidays should not count.',
  'A reminder by telephone would be kinder than a letter.',
  'Silence is not agreement. Please say so plainly in the code.',
  'It works if the reminder really reaches us.',
  'Mae distawrwydd yn golygu llawer o bethau. Gofynnwch eto cyn cofnodi.',
  'خاموشی کو رضامندی نہ سمجھا جائے۔ پہلے ایک بار فون کر لیں۔',
  'Eight weeks is plenty for a change of opening hours.',
];

const heardTexts = [
  'Easy Read from the first day, please. Asking for it takes courage.',
  'Meetings in the evening, with a bus home.',
  'Ten days is fine if somebody answers the telephone.',
  'Fy mam sy’n ateb drwof i. Caniatewch hynny.',
  'مجھے اردو میں خط ملا تو پہلی بار جواب دیا۔',
];

/** Web answers to chapter 1. */
export const noticeAnswers: SampleAnswer[] = Array.from({ length: 24 }, (_, index) => {
  const text = noticeTexts[index % 12];
  const answers: Answers = {
    weeks:
      index === 7
        ? { choice: 'other', other: 'Six weeks' }
        : { choice: pick(['eight-weeks', 'four-weeks', 'eight-weeks', 'dont-know', 'eight-weeks'], index) },
    where: { choices: pick([['email'], ['letter', 'hall'], ['hall', 'paper'], ['email', 'hall']], index) },
    overall: { choice: pick(agreements, index) },
    place: { choice: pick(places, index) },
    ...(text && { missing: { text } }),
  };
  return { language: languageOf(text), answers, ...aboutOf(index), ...equalityOf(index) };
});

/** Web answers to chapter 2. */
export const silenceAnswers: SampleAnswer[] = Array.from({ length: 16 }, (_, index) => {
  const text = silenceTexts[index % 9];
  const choice = pick(['twelve', 'twelve', 'eight', 'twelve', 'dont-know'], index);
  const answers: Answers = {
    period: { choice },
    ...(choice === 'eight' && { 'why-eight': { text: 'Opening hours, and anything that can be undone.' } }),
    meetings: { number: 4 + (index % 3) * 4 },
    overall: { choice: pick(agreements, index + 2) },
    place: { choice: pick(places, index + 1) },
    ...(text && { missing: { text } }),
  };
  return { language: languageOf(text), answers, ...aboutOf(index + 3), ...equalityOf(index + 1) };
});

/** Web answers to chapter 3, so far. */
export const heardAnswers: SampleAnswer[] = Array.from({ length: 12 }, (_, index) => {
  const text = heardTexts[index % 7];
  const answered = pick(['yes', 'no', 'none'], index);
  const answers: Answers = {
    answered: { choice: answered },
    ...(answered === 'no' && {
      hindered: { choices: ['format', 'time'] },
      'tell-more': { text: 'Larger print' },
    }),
    ...(answered === 'none' && { 'tell-more': { text: 'A poster in the surgery' } }),
    option: { choice: pick(['on-request', 'always', 'always'], index) },
    requests: { choice: pick(agreements, index + 1) },
    overall: { choice: pick(agreements, index) },
    place: { choice: pick(places, index) },
    ...(text && { missing: { text } }),
  };
  return { language: languageOf(text), answers, ...aboutOf(index), ...equalityOf(index) };
});

function languageOf(text: string | undefined): SampleAnswer['language'] {
  if (/[\u0600-\u06ff]/.test(text ?? '')) return 'ur';
  return /^(Mae|Fy) /.test(text ?? '') ? 'cy' : 'en';
}

/** Every second one may be published, every fourth leaves an address, every sixth speaks for an organisation. */
function aboutOf(index: number): Pick<SampleAnswer, 'about'> {
  const isOrganisation = index % 6 === 5;
  return {
    about: {
      mayPublishAnswer: index % 2 === 1 || isOrganisation,
      mayPublishName: isOrganisation,
      ...(index % 4 === 1 && { email: `resident${index}@people.example`, wantsReport: true }),
      ...(isOrganisation && {
        name: 'Ann Lewis',
        organisation: {
          name: `Village hall committee ${index}`,
          onBehalfOf: 'The users of the hall',
          ...(index % 4 === 3
            ? { basis: 'asked' as const, askedCount: 14 + index, askedHow: 'At the annual meeting' }
            : { basis: 'knowledge' as const }),
        },
      }),
    },
  };
}

function equalityOf(index: number): Pick<SampleAnswer, 'equality'> {
  if (index % 3 === 0) return {};
  return {
    equality: {
      age: pick(['25-34', '45-54', '65-74', '75-84', 'prefer-not-to-say'], index),
      health: pick(['no', 'yes', 'no'], index),
      ethnicGroup: pick(['white', 'asian', 'white', 'white'], index),
    },
  };
}
