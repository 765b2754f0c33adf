import { consulteeExtension } from '#/emails/consultee-extension';
import { consulteeNotice } from '#/emails/consultee-notice';
import { consulteeOutcome } from '#/emails/consultee-outcome';
import { consulteeReminder } from '#/emails/consultee-reminder';
import { contestDecided } from '#/emails/contest-decided';
import type { Message, MessageContext } from '#/emails/message';
import type { NoticeProps } from '#/emails/notice-parts';
import { MediumContext } from '#/emails/parts';
import { reportPublished } from '#/emails/report-published';
import { translatorOf } from '~/domain/translation/translator';
import { formatDay } from '~/domain/deadline';
import { addressIn, directionOf, type Language } from '~/domain/translation';

type SheetProps = {
  language: Language;
  /** Who gets it, and the address, each line of its own. */
  to: string;
  /** YYYY-MM-DD */
  writtenOn: string;
  baseUrl: string;
  bodyName: string;
  message: (context: MessageContext) => Message;
};

/** A message on paper: the words of its e-mail, under a postal address. */
export function LetterSheet({ language, to, writtenOn, baseUrl, bodyName, message }: SheetProps) {
  const context: MessageContext = {
    language,
    t: translatorOf(language).getFixedT(language, 'emails'),
    address: (path) => new URL(addressIn(language, path), baseUrl).href,
  };
  return (
    <article className="letter" lang={language} dir={directionOf(language)}>
      <address className="letter-to written">
        <bdi>{to}</bdi>
      </address>
      <p>{formatDay(writtenOn, language)}</p>
      <MediumContext value="letter">{message(context).body}</MediumContext>
      <p>{bodyName}</p>
    </article>
  );
}

/** A notice on paper. */
export function Letter({
  toAddress,
  message,
  ...sheet
}: Pick<SheetProps, 'language' | 'writtenOn' | 'baseUrl'> & {
  toAddress: string;
  message: NoticeProps & { kind: string };
}) {
  return (
    <LetterSheet
      {...sheet}
      to={`${message.consulteeName}\n${toAddress}`}
      bodyName={message.content.bodyName}
      message={(context) => letterOf(message, context)}
    />
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
    case 'report': {
      const { title, slug, bodyName } = message.content;
      return reportPublished({ title: title.text, slug, bodyName, audience: 'consultee' }, context);
    }
    default:
      return consulteeNotice(
        { ...message, kind: message.kind === 'fresh-notice' ? 'fresh-notice' : 'first' },
        context,
      );
  }
}
