import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import type { Language } from '~/domain/translation';

/** What a template writes with, besides its props. */
export type MessageContext = {
  language: Language;
  /** Words of the namespace `emails`, in the language of the recipient. */
  t: TFunction<'emails'>;
  /** The whole address, for a link, of a path of the site map in the recipient's language. */
  address: (path: string) => string;
};

/** An e-mail before it is rendered; text and HTML are made from the one body. */
export type Message = { subject: string; body: ReactNode };

/** A function from typed props and a translator to a message. */
export type MessageTemplate<Props> = (props: Props, context: MessageContext) => Message;

/** A deadline or another instant as props carry it: ISO 8601, with the zone it is stated in. */
export type StatedInstant = { at: string; zone: string };
