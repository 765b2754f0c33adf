/** Ways by which a response can arrive that somebody has to open, other than the web. */
export const ARRIVAL_CHANNELS = ['post', 'handed-in', 'phone', 'email', 'in-person', 'event'] as const;
export type ArrivalChannel = (typeof ARRIVAL_CHANNELS)[number];

/** Where a line of the arrival register stands. */
export type ArrivalState =
  | 'to-key'
  /** Registered after closing, said to have come in time: nobody has given the evidence yet. */
  | 'claim-needed'
  /** The evidence waits for a second person. */
  | 'claim-waiting'
  /** Received before the consultation opened: it cannot be keyed as a response. */
  | 'before-opening'
  | 'set-aside'
  /** Recorded as the reply of a consultee, which is no response to key. */
  | 'consultee-reply'
  | 'keyed';

/** What a line's state follows from. */
export type ArrivalFacts = {
  isKeyed: boolean;
  isSetAside: boolean;
  /** The names of those whose reply it was recorded as. */
  consultees: string | null;
  isBeforeOpening: boolean;
  /** In time by the published rules or as the evidence given says, but registered after them (`judge_received`). */
  needsClaim: boolean;
  isClaimed: boolean;
  isClaimDecided: boolean;
};

/** Where a line stands. What is keyed, set aside or a reply needs no claim any more; a decided claim opens keying either way. */
export function arrivalState(facts: ArrivalFacts): ArrivalState {
  if (facts.isKeyed) return 'keyed';
  if (facts.isSetAside) return 'set-aside';
  if (facts.consultees !== null) return 'consultee-reply';
  if (facts.isClaimed && !facts.isClaimDecided) return 'claim-waiting';
  if (facts.isBeforeOpening) return 'before-opening';
  return facts.needsClaim && !facts.isClaimDecided ? 'claim-needed' : 'to-key';
}

/** Which lines to list. */
export const ARRIVAL_FILTERS = ['all', 'not-keyed', 'claims', 'set-aside'] as const;
export type ArrivalFilter = (typeof ARRIVAL_FILTERS)[number];

/** The kinds of scan that the file chooser offers. */
export const SCAN_ENDINGS = '.pdf,.jpg,.jpeg,.png,.tif,.tiff';
