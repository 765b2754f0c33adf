import { expect, test } from 'vitest';
import { translatorOf } from '~/domain/translation/translator';
import { OUTCOMES } from '~/domain/silence';
import { addressIn, LANGUAGES, type Language } from '~/domain/translation';
import { approvalAsked, sampleApprovalAsked } from '#/emails/approval-asked';
import { approvalDecided, sampleApprovalDecided } from '#/emails/approval-decided';
import { consulteeExtension } from '#/emails/consultee-extension';
import { consulteeNotice } from '#/emails/consultee-notice';
import { consulteeOutcome } from '#/emails/consultee-outcome';
import { consulteeReminder } from '#/emails/consultee-reminder';
import { contestDecided } from '#/emails/contest-decided';
import { invitation, sampleInvitation } from '#/emails/invitation';
import type { Message, MessageContext } from '#/emails/message';
import { sampleNotice, type NoticeProps } from '#/emails/notice-parts';
import { passwordLink, samplePasswordLink } from '#/emails/password-link';
import { problemReply, sampleProblemReply } from '#/emails/problem-reply';
import { receipt, sampleReceipt } from '#/emails/receipt';
import { renderMessage } from '#/emails/render-message.server';
import { reportPublished, sampleReportPublished } from '#/emails/report-published';
import { REPORT_AUDIENCES } from '~/domain/delivery';
import { responseWithdrawn, sampleResponseWithdrawn } from '#/emails/response-withdrawn';
import { resumeLink, sampleResumeLink } from '#/emails/resume-link';

const context = (language: Language): MessageContext => ({
  language,
  t: translatorOf(language).getFixedT(language, 'emails'),
  address: (path) => new URL(addressIn(language, path), 'https://hub.example').href,
});

const withContent = (change: Partial<NoticeProps['content']>): NoticeProps => ({
  ...sampleNotice,
  content: { ...sampleNotice.content, ...change },
});
const { silence } = sampleNotice.content;
const notAccepted = withContent({ silence: silence && { ...silence, appliesHere: false } });

type Sample = (context: MessageContext) => Message;
const samples: Record<string, Sample> = {
  receipt: (c) => receipt(sampleReceipt, c),
  'receipt of a late response': (c) => receipt({ ...sampleReceipt, isLate: true }, c),
  'response withdrawn': (c) => responseWithdrawn(sampleResponseWithdrawn, c),
  'resume link': (c) => resumeLink(sampleResumeLink, c),
  'first notice': (c) => consulteeNotice({ ...sampleNotice, kind: 'first' }, c),
  'first notice without the procedure': (c) =>
    consulteeNotice({ ...withContent({ silence: undefined }), kind: 'first' }, c),
  'first notice to one that did not accept the code': (c) =>
    consulteeNotice({ ...notAccepted, kind: 'first' }, c),
  'first notice where a postmark counts': (c) =>
    consulteeNotice({ ...withContent({ lastArrivalAt: '2026-09-07T23:00:00Z' }), kind: 'first' }, c),
  'fresh notice': (c) => consulteeNotice({ ...sampleNotice, kind: 'fresh-notice' }, c),
  'half-way reminder': (c) => consulteeReminder({ ...sampleNotice, kind: 'reminder-half-way' }, c),
  'final reminder': (c) => consulteeReminder({ ...sampleNotice, kind: 'reminder-final' }, c),
  extension: (c) => consulteeExtension(sampleNotice, c),
  'contest upheld': (c) => contestDecided(sampleNotice, c),
  'contest not upheld': (c) =>
    contestDecided(withContent({ contest: { isUpheld: false, note: 'It came.' } }), c),
  'problem reply': (c) => problemReply(sampleProblemReply, c),
  invitation: (c) => invitation(sampleInvitation, c),
  'password link': (c) => passwordLink(samplePasswordLink, c),
  'invitation without a body': (c) => invitation({ ...sampleInvitation, bodies: [] }, c),
};
for (const kind of ['publish', 'correction', 'report'] as const) {
  samples[`approval asked for a ${kind}`] = (c) => approvalAsked({ ...sampleApprovalAsked, kind }, c);
  samples[`${kind} sent back`] = (c) => approvalDecided({ ...sampleApprovalDecided, kind }, c);
  samples[`${kind} approved`] = (c) =>
    approvalDecided({ ...sampleApprovalDecided, kind, isApproved: true, note: undefined }, c);
}
for (const outcome of OUTCOMES.filter((each) => each !== 'awaiting')) {
  samples[`outcome ${outcome}`] = (c) =>
    consulteeOutcome(withContent({ outcome: { outcome, endedByObjection: false, isCorrection: true } }), c);
}
samples['outcome ended by an objection'] = (c) =>
  consulteeOutcome(
    withContent({ outcome: { outcome: 'silence-not-applied', endedByObjection: true, isCorrection: false } }),
    c,
  );
for (const audience of REPORT_AUDIENCES) {
  samples[`report published to a ${audience}`] = (c) =>
    reportPublished({ ...sampleReportPublished, audience }, c);
}

/** A key that was not found is shown as itself; a value that was not given stays in its braces. */
const MISSING = /\{\{|\}\}|\b[a-z]+(?:\.[a-z-]+){1,}\b(?!\S)/;
const NAMES = /hub\.example|example\.org/g;

test.for(LANGUAGES.flatMap((language) => Object.keys(samples).map((name) => [language, name] as const)))(
  'in %s the message "%s" has all its words, in text as in HTML',
  async ([language, name]) => {
    const used = context(language);
    const message = await renderMessage(samples[name]!(used), used);
    const text = message.text.replace(/https?:\S+/g, '').replace(NAMES, '');
    expect(message.subject).not.toMatch(MISSING);
    expect(text).not.toMatch(MISSING);
    expect(text.length).toBeGreaterThan(150);
    expect(message.html).toContain(`<html dir="${language === 'ur' ? 'rtl' : 'ltr'}" lang="${language}"`);
    for (const [, href] of message.html.matchAll(/href="([^"]+)"/g)) expect(message.text).toContain(href);
  },
);

test('no message of one language has the words of another', async () => {
  const { extension, contest, silence: procedure, title } = sampleNotice.content;
  const given = [
    title.text,
    procedure?.proposition.text,
    extension?.reasons,
    contest?.note,
    'It came.',
    sampleReceipt.phrase,
    sampleReceipt.auditLink?.hash,
    sampleProblemReply.problem,
    sampleProblemReply.reply,
    sampleApprovalDecided.note,
  ].filter((words) => words !== undefined);
  const isOurs = (line: string) =>
    /[a-z]{3} .*[a-z]{3}/.test(line) &&
    !line.includes('example') &&
    !given.some((words) => line.includes(words));
  for (const name of Object.keys(samples)) {
    const [english, welsh, urdu] = await Promise.all(
      LANGUAGES.map(async (language) => {
        const used = context(language);
        return (await renderMessage(samples[name]!(used), used)).text.split('\n').filter(isOurs);
      }),
    );
    const shared = english?.filter((line) => welsh?.includes(line) || urdu?.includes(line));
    expect([name, shared]).toEqual([name, []]);
  }
});

test('a late response is told that it is late, with no way to withdraw it', async () => {
  const english = context('en');
  const late = await renderMessage(receipt({ ...sampleReceipt, isLate: true }, english), english);
  expect(late.text).toContain('register of late responses');
  expect(late.text).not.toContain('withdraw');
});

test('a deadline is stated by its last minute, never as midnight', async () => {
  const english = context('en');
  const { text } = await renderMessage(consulteeNotice({ ...sampleNotice, kind: 'first' }, english), english);
  expect(text).toContain('by 11:59pm on Monday 31 August 2026 (UK time)');
  expect(text.toLowerCase()).not.toContain('midnight');
});

test('a notice says the proposition and what silence would mean only as far as it is true', async () => {
  const english = context('en');
  const render = (props: NoticeProps) =>
    renderMessage(consulteeNotice({ ...props, kind: 'first' }, english), english);
  const proposition = 'The partners apply the draft code from 1 January 2027.';
  const applies = await render(sampleNotice);
  expect(applies.text).toContain('did not object (silence procedure)');
  expect(applies.text).toContain(proposition);
  expect((await render(notAccepted)).text.replace(/\s+/g, ' ')).toContain(
    'nothing is recorded from your silence',
  );
  const off = await render(withContent({ silence: undefined }));
  expect(off.text).not.toContain(proposition);
  expect(off.text).toContain('nothing is concluded from it');
  for (const { text } of [applies, off]) expect(text).not.toMatch(/consent/i);
});
