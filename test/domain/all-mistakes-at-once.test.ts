import { expect, test } from 'vitest';
import type { z } from 'zod';
import { consulteeFormSchema, listFormSchema } from '~/domain/consultee/consultee-input';
import { extensionSchema, proofSchema } from '~/domain/consultee/notice-forms';
import { recordedReplySchema } from '~/domain/consultee/reply-input';
import {
  delayFormSchema,
  findingSchema,
  reportPostingSchema,
  reportTextsSchema,
} from '~/domain/feedback/report-forms';

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
