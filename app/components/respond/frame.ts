import { deadlineParts } from '~/domain/deadline';
import { minutesLeft, type Draft } from '~/domain/response';
import type { Language, Localized } from '~/domain/translation';

/** A deadline in words, and how near it is: whole minutes within the last hour, 'over' once it has passed. */
export type StatedDeadline = {
  time: string;
  date: string;
  zone: string;
  left: number | 'over' | undefined;
};

/** What every page of an answer shows around its own content. */
export type Frame = {
  slug: string;
  title: Localized;
  originalLanguage: Language;
  /** Goes with every form of the answer: the draft's id. */
  key: string;
  /** A link to it was asked for by e-mail, so that it outlives the cookie. */
  hasLink: boolean;
  deadline: StatedDeadline;
};

/** @param closesAt exclusive */
export function statedDeadline(closesAt: Date, now: Date, zone: string, language: Language): StatedDeadline {
  const deadline = Temporal.Instant.fromEpochMilliseconds(closesAt.getTime());
  const left = minutesLeft(Temporal.Instant.fromEpochMilliseconds(now.getTime()), deadline);
  return { ...deadlineParts(deadline, zone, language), zone, left };
}

export function frameOf(draft: Draft, language: Language): Frame {
  const { slug, title, originalLanguage, id, hasLink, closesAt, now, zone } = draft;
  const deadline = statedDeadline(closesAt, now, zone, language);
  return { slug, title, originalLanguage, key: id, hasLink, deadline };
}
