import { inOneLine, inOrder } from '~/domain/translation';
import type { NoticeContent } from '~/domain/consultee';
import { deadlineParts } from '~/domain/deadline';
import type { MessageContext } from './message';
import { Heading, LinkButton, List, Paragraph, Quote } from './parts';

/** What every notice to a consultee is made from. */
export type NoticeProps = {
  consulteeName: string;
  /** The whole address of the consultee's own page; opening it records nothing. */
  link: string;
  content: NoticeContent;
};

type PartProps = { notice: NoticeProps; context: MessageContext };

/** The language of quoted words, where it is not the message's own. */
const foreign = (words: { language: string }, { language }: MessageContext) =>
  words.language === language ? undefined : words.language;

/** The one proposition, word for word. */
export function Proposition({ notice, context }: PartProps) {
  const { silence } = notice.content;
  return silence && <Quote lang={foreign(silence.proposition, context)}>{silence.proposition.text}</Quote>;
}

/** What silence would come to for this consultee, honestly: something, or nothing (requirements D5). */
export function WhatSilenceMeans({ notice, context }: PartProps) {
  const { t } = context;
  const { silence } = notice.content;
  if (!silence) return <Paragraph>{t('notice.silence.off')}</Paragraph>;
  return (
    <>
      <Heading>{t('notice.silence.heading')}</Heading>
      <Paragraph>{t(silence.appliesHere ? 'notice.silence.applies' : 'notice.silence.notHere')}</Paragraph>
      <Proposition notice={notice} context={context} />
      {silence.appliesHere && (
        <>
          <Paragraph>{t('notice.silence.conditions', { count: silence.periodDays })}</Paragraph>
          <Paragraph>{t('notice.silence.ends')}</Paragraph>
          {silence.objectionEndsForAll && <Paragraph>{t('notice.silence.endsForAll')}</Paragraph>}
          <Paragraph>{t('notice.silence.contest', { count: silence.contestDays })}</Paragraph>
        </>
      )}
    </>
  );
}

/** Every way to answer, object, ask for time or for help. */
export function HowToAnswer({ notice, context }: PartProps) {
  const { t, address } = context;
  const { replies, contact, slug, closesAt, zone, lastArrivalAt } = notice.content;
  const dayOf = (at: string) => deadlineParts(Temporal.Instant.from(at), zone, context.language).date;
  const postmark = lastArrivalAt && { date: dayOf(closesAt), last: dayOf(lastArrivalAt) };
  const others = [
    replies.address && t('notice.answer.post', { address: inOneLine(replies.address) }),
    replies.address && postmark && t('notice.answer.postmark', postmark),
    replies.phone && t('notice.answer.phone', { phone: inOrder(replies.phone) }),
    replies.email && t('notice.answer.email', { email: inOrder(replies.email) }),
  ].filter(Boolean);
  const asking = [contact.name, contact.phone, contact.email].filter(Boolean).map(inOrder).join(' · ');
  return (
    <>
      <Heading>{t('notice.answer.heading')}</Heading>
      <Paragraph>{t('notice.answer.web')}</Paragraph>
      <LinkButton href={notice.link}>{t('notice.answer.open')}</LinkButton>
      <Paragraph>{t('notice.answer.opening')}</Paragraph>
      {others.length > 0 && (
        <>
          <Paragraph>{t('notice.answer.other')}</Paragraph>
          <List items={others} />
        </>
      )}
      <Heading>{t('notice.read.heading')}</Heading>
      <LinkButton href={address(`/consultations/${slug}`)}>{t('consultationPage')}</LinkButton>
      {asking && <Paragraph>{t('notice.read.contact', { contact: asking })}</Paragraph>}
    </>
  );
}

export const sampleNotice: NoticeProps = {
  consulteeName: 'Riverside Carers',
  link: 'https://hub.example/notice/3q2-7w',
  content: {
    title: { text: 'A code of practice for consulting', language: 'en' },
    slug: 'code-of-practice',
    bodyName: 'Wyrevale Council',
    closesAt: '2026-08-31T23:00:00Z',
    zone: 'Europe/London',
    replies: { address: 'Freepost CODE', phone: '01632 960002', email: 'answers@example.org' },
    contact: { name: 'Jo Price', phone: '01632 960001', email: 'jo@example.org' },
    silence: {
      proposition: { text: 'The partners apply the draft code from 1 January 2027.', language: 'en' },
      appliesHere: true,
      periodDays: 56,
      contestDays: 28,
      objectionEndsForAll: true,
    },
    extension: { reasons: 'The committee meets a week later.', earlierClosesAt: '2026-08-24T23:00:00Z' },
    outcome: { outcome: 'did-not-object', endedByObjection: false, isCorrection: false },
    contest: { isUpheld: true, note: 'The letter came back to us.' },
  },
};
