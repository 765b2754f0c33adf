import { createContext } from 'react-router';
import type { TFunction } from 'i18next';
import type { Language } from '~/domain/translation';

/** What is known of a request before any route looks at it. */
export type RequestFacts = {
  requestId: string;
  /** For the content policy; on every script that the hub itself ships. */
  nonce: string;
  language: Language;
  clientAddress: string;
};

export const requestFacts = createContext<RequestFacts>();

/** The translator of the request's language, for loaders and actions. */
export const translate = createContext<TFunction>();
