import { consulteeExtension } from '#/emails/consultee-extension';
import { consulteeNotice } from '#/emails/consultee-notice';
import { consulteeOutcome } from '#/emails/consultee-outcome';
import { consulteeReminder } from '#/emails/consultee-reminder';
import { contestDecided } from '#/emails/contest-decided';
import type { Message, MessageContext } from '#/emails/message';
import type { NoticeProps } from '#/emails/notice-parts';
import { MediumContext } from '#/emails/parts';
import { translatorOf } from '~/components/translator';
import { formatDay } from '~/domain/deadline';
import { addressIn, directionOf, type Language } from '~/domain/translation';

type LetterProps = {
  language: Language;
  toAddress: string;
  message: NoticeProps & { kind: string };
  /** YYYY-MM-DD */
  writtenOn: string;
  baseUrl: string;
};

/** A notice on paper: the words of its e-mail, under the consultee's postal address. */
export function Letter({ language, toAddress, message, writtenOn, baseUrl }: LetterProps) {
  const context: MessageContext = {
    language,
    t: translatorOf(language).getFixedT(language, 'emails'),
    address: (path) => new URL(addressIn(language, path), baseUrl).href,
  };
  return (
    <article className="letter" lang={language} dir={directionOf(language)}>
      <address className="letter-to written">
        <bdi>{`${message.consulteeName}\n${toAddress}`}</bdi>
      </address>
      <p>{formatDay(writtenOn, language)}</p>
      <MediumContext value="letter">{letterOf(message, context).body}</MediumContext>
      <p>{message.content.bodyName}</p>
    </article>
  );
}

function letterOf(message: NoticeProps & { kind: string }, context: MessageContext): Message {
  switch (message.kind) {
    case 'reminder-half-way':
    case 'reminder-final':
      return consulteeReminder({ ...message, kind: message.kind }, context);
    case 'extension':
      return consulteeExtension(message, context);
    case 'outcome':
      return consulteeOutcome(message, context);
    case 'contest-decided':
      return contestDecided(message, context);
    default:
      return consulteeNotice(
        { ...message, kind: message.kind === 'fresh-notice' ? 'fresh-notice' : 'first' },
        context,
      );
  }
}
