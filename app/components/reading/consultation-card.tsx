import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Text, useAt } from '~/components/language';
import { Tag } from '~/components/page-parts';
import type { PublicListEntry } from '~/domain/consultation';
import { calendarDaysBetween, lastMinuteBefore, localDayOf } from '~/domain/deadline';
import type { Localized } from '~/domain/translation';
import { PublicStateTag } from './public-state-tag';
import { useStatusLine } from './use-status-line';

const SUMMARY_LENGTH = 240;
const CLOSING_SOON_DAYS = 14;

/** One consultation in a list; `now` is the hub's clock. */
export function ConsultationCard({
  entry,
  now,
  level,
}: {
  entry: PublicListEntry;
  now: string;
  level: 2 | 3;
}) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const status = useStatusLine(entry);
  const daysLeft = daysLeftOf(entry, now);
  const Heading = `h${level}` as const;
  return (
    <>
      {entry.leadingBody && <p className="eyebrow">{entry.leadingBody}</p>}
      <Heading>
        <a href={at(href('/consultations/:slug', { slug: entry.slug }))}>
          <Text of={entry.listing.title} original={entry.originalLanguage} />
        </a>
      </Heading>
      <p className="card-facts">
        <PublicStateTag {...entry} />
        {daysLeft !== undefined && daysLeft <= CLOSING_SOON_DAYS && (
          <Tag tone="warning">{daysLeft === 0 ? t('closesToday') : t('daysLeft', { count: daysLeft })}</Tag>
        )}{' '}
        <span>{status}</span>
      </p>
      {entry.delay && !entry.reportedAt && (
        <p>
          <strong>{t('delay.why')}</strong>{' '}
          <Text of={shortened(entry.delay.reason)} original={entry.originalLanguage} />
        </p>
      )}
      <p>
        <Text of={shortened(entry.listing.summary)} original={entry.originalLanguage} />
      </p>
    </>
  );
}

function daysLeftOf({ state, closesAt, zone }: PublicListEntry, now: string): number | undefined {
  if (state !== 'open' || !closesAt) return undefined;
  const today = localDayOf(Temporal.Instant.from(now), zone);
  return calendarDaysBetween(today, lastMinuteBefore(Temporal.Instant.from(closesAt), zone).date);
}

/** Each language's text cut between words. */
function shortened(text: Localized | undefined): Localized {
  return Object.fromEntries(
    Object.entries(text ?? {}).map(([language, words]) => [
      language,
      words.length <= SUMMARY_LENGTH ? words : `${words.slice(0, SUMMARY_LENGTH).replace(/\s+\S*$/, '')}…`,
    ]),
  );
}
