import { expect, test } from 'vitest';
import { z } from 'zod';
import { consulteeFormSchema, listFormSchema } from '~/domain/consultee/consultee-input';
import { extensionSchema, proofSchema } from '~/domain/consultee/notice-forms';
import { recordedReplySchema } from '~/domain/consultee/reply-input';
import {
  delayFormSchema,
  findingSchema,
  reportPostingSchema,
  reportTextsSchema,
} from '~/domain/feedback/report-forms';
import { parseForm } from '~/middleware/forms.server';

const impossible = (name: string) => ({
  [`${name}-day`]: '31',
  [`${name}-month`]: '2',
  [`${name}-year`]: '2026',
});
const tooLong = { en: 'x'.repeat(200_000) };

const forms: Array<[name: string, schema: z.ZodType, sent: object, wrong: string[]]> = [
  ['a consultee', consulteeFormSchema, impossible('acceptedCodeOn'), ['name', 'acceptedCodeOn']],
  ['a list', listFormSchema, impossible('acceptedCodeOn'), ['list', 'acceptedCodeOn']],
  [
    'a recorded answer',
    recordedReplySchema,
    { kind: 'more-time', arrivalNumber: -1, ...impossible('receivedOn') },
    ['arrivalNumber', 'text', 'receivedOn'],
  ],
  ['a posting', proofSchema, { intent: 'post' }, ['method', 'postedOn']],
  ['a handover', proofSchema, { intent: 'hand-over', time: '25:00' }, ['record', 'time', 'handedOverOn']],
  ['a later deadline', extensionSchema, {}, ['reasons', 'untilOn']],
  ['why feedback is late', delayFormSchema, { reason: tooLong }, ['reason', 'promisedOn']],
  ['letters posted', reportPostingSchema, {}, ['letters', 'postedOn']],
  [
    'the report',
    reportTextsSchema,
    { whatWeHeard: tooLong, ...impossible('decisionMakerReadOn') },
    ['decisionMakerReadOn'],
  ],
  ['a finding', findingSchema, impossible('actionOn'), ['stance', 'actionOn']],
];

test.each(forms)(
  'what is wrong with %s is said at once, days and other fields',
  (_name, schema, sent, wrong) => {
    const { error } = schema.safeParse(sent);
    const fields = error?.issues.map(({ path }) => path[0]);
    for (const field of wrong) expect(fields?.filter((name) => name === field)).toHaveLength(1);
  },
);

test('they are said in the order of the page, whatever the order of the rules', async () => {
  const schema = z
    .object({
      feedbackOn: z.string('required'),
      choice: z.string('channel-needed'),
      address: z.string('required'),
      title: z.partialRecord(z.enum(['en', 'cy']), z.string().max(3, 'text-too-long')),
      items: z.array(z.object({ name: z.string('required') })),
    })
    .check(({ issues }) => {
      issues.push({ code: 'custom', message: 'invalid', path: [], input: undefined });
    });
  const page = ['title.en', 'items[0].name', 'items[1].name', 'address', 'feedbackOn-day', 'feedbackOn-year'];
  const body = new URLSearchParams(page.map((name) => [name, name === 'title.en' ? 'too long' : '']));
  const form = await parseForm(new Request('http://hub.example/', { method: 'POST', body }), schema);
  expect(!form.ok && Object.keys(form.refusal.data.errors)).toEqual([
    'title.en',
    'items[0].name',
    'items[1].name',
    'address',
    'feedbackOn',
    'choice',
  ]);
});
