import {
  findApprovalAsked,
  findApprovalDecided,
  findInvitation,
  findNoticeMessage,
  findPasswordLink,
  findProblemReply,
  findReceipt,
  findReportPublished,
  findResumeLink,
  findWithdrawal,
} from './message-queries.server';
import { translatorOf } from '~/domain/translation/translator';
import { addressIn, languageFrom, type Language } from '~/domain/translation';
import { configuration } from '~/platform/configuration.server';
import { approvalAsked } from './approval-asked';
import { approvalDecided } from './approval-decided';
import { consulteeExtension } from './consultee-extension';
import { consulteeNotice } from './consultee-notice';
import { consulteeOutcome } from './consultee-outcome';
import { consulteeReminder } from './consultee-reminder';
import { contestDecided } from './contest-decided';
import { invitation } from './invitation';
import type { Message, MessageContext, MessageTemplate } from './message';
import type { MessageProps, Template } from '~/domain/delivery';
import { passwordLink } from './password-link';
import { problemReply } from './problem-reply';
import { receipt } from './receipt';
import { renderMessage } from './render-message.server';
import { reportPublished } from './report-published';
import { responseWithdrawn } from './response-withdrawn';
import { resumeLink } from './resume-link';

/** What a mail server is given, apart from the address. */
export type ComposedMessage = {
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
};

/** What is written with, in a language. */
function messageContext(language: Language): MessageContext {
  return {
    language,
    t: translatorOf(language).getFixedT(language, 'emails'),
    address: (path) => new URL(addressIn(language, path), configuration().baseUrl).href,
  };
}

/** Looks up what the ids in a delivery's props stand for, and fills its template. */
type Composer<Name extends Template> = (
  props: MessageProps[Name],
  context: MessageContext,
) => Promise<Message>;

const filled =
  <Ids, Props>(template: MessageTemplate<Props>, find: (ids: Ids, language: Language) => Promise<Props>) =>
  async (ids: Ids, context: MessageContext): Promise<Message> =>
    template(await find(ids, context.language), context);

const COMPOSERS: { [Name in Template]: Composer<Name> } = {
  receipt: filled(receipt, findReceipt),
  'response-withdrawn': filled(responseWithdrawn, findWithdrawal),
  'resume-link': filled(resumeLink, findResumeLink),
  'consultee-notice': filled(consulteeNotice, findNoticeMessage<'first' | 'fresh-notice'>),
  'consultee-reminder': filled(consulteeReminder, findNoticeMessage<'reminder-half-way' | 'reminder-final'>),
  'consultee-extension': filled(consulteeExtension, findNoticeMessage),
  'consultee-outcome': filled(consulteeOutcome, findNoticeMessage),
  'contest-decided': filled(contestDecided, findNoticeMessage),
  'report-published': filled(reportPublished, findReportPublished),
  'problem-reply': filled(problemReply, findProblemReply),
  'approval-asked': filled(approvalAsked, findApprovalAsked),
  'approval-decided': filled(approvalDecided, findApprovalDecided),
  invitation: filled(invitation, findInvitation),
  'password-link': filled(passwordLink, findPasswordLink),
};

/** What a delivery's e-mail says, in the recipient's language. Text and HTML come from one template. */
export async function composeMessage(delivery: {
  id: string;
  template: string;
  language: string;
  props: unknown;
  consultationId: string | null;
}): Promise<ComposedMessage> {
  if (!Object.hasOwn(COMPOSERS, delivery.template)) {
    throw new Error(`Delivery ${delivery.id} names no template: ${delivery.template}`);
  }
  const compose = COMPOSERS[delivery.template as Template] as Composer<Template>;
  const context = messageContext(languageFrom(delivery.language));
  return renderMessage(await compose(delivery.props as MessageProps[Template] as never, context), context);
}
