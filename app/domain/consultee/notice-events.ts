import { isBefore } from '~/domain/deadline';
import type { ConsulteeEvent, NoticeMethod } from '~/domain/silence';
import { languageSchema } from '~/domain/translation';
import type { NoticeRow } from './consultee-rows.server';
import { noticeContentSchema } from './notice-content';

const at = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

const RULE_KINDS = ['first', 'reminder-half-way', 'reminder-final', 'fresh-notice', 'outcome'] as const;

/** A notice with what proves it. A letter that is neither posted nor handed over was not sent, and is nothing yet. */
export function noticeEvents(notice: NoticeRow, consulteeLanguage: string, zone: string): ConsulteeEvent[] {
  const kind = RULE_KINDS.find((each) => each === notice.kind);
  const going = goingOf(notice, zone);
  if (!kind || !going) return [];
  const content = noticeContentSchema.parse(notice.content);
  const proposition = content.silence?.proposition;
  const { acknowledgedAt, handedOverAt, failedAt } = notice;
  const cameBack = going.result === 'sent' && failedAt;
  return [
    {
      id: notice.id,
      type: 'notice-sent',
      ...going,
      kind,
      method: notice.method as NoticeMethod,
      language: languageSchema.parse(notice.language),
      carriedProposition: Boolean(proposition?.text.trim()),
      carriedDeadline: content.closesAt !== '',
      carriedHowToAnswer: true,
      inConsulteeLanguage:
        notice.language === consulteeLanguage &&
        (proposition?.language ?? notice.language) === consulteeLanguage,
    },
    ...(acknowledgedAt
      ? [
          {
            id: `${notice.id}:acknowledged`,
            type: 'notice-acknowledged' as const,
            noticeId: notice.id,
            at: at(acknowledgedAt),
          },
        ]
      : []),
    ...(handedOverAt
      ? [
          {
            id: `${notice.id}:handed-over`,
            type: 'handed-over' as const,
            noticeId: notice.id,
            at: at(handedOverAt),
            record: notice.handedOverRecord ?? '',
          },
        ]
      : []),
    ...(cameBack
      ? [{ id: `${notice.id}:came-back`, type: 'bounced' as const, noticeId: notice.id, at: at(cameBack) }]
      : []),
  ];
}

/** When and whether a notice went. An e-mail that still waits, or was refused, was tried and has not gone. */
function goingOf(
  notice: NoticeRow,
  zone: string,
): { at: Temporal.Instant; result: 'sent' | 'failed' } | undefined {
  const { method, sentAt, postedOn, handedOverAt, recordedAt, failedAt } = notice;
  if (method === 'email') {
    return sentAt ? { at: at(sentAt), result: 'sent' } : { at: at(failedAt ?? recordedAt), result: 'failed' };
  }
  if (method === 'by-hand') return handedOverAt ? { at: at(handedOverAt), result: 'sent' } : undefined;
  return postedOn ? { at: postedAt(postedOn, at(recordedAt), zone), result: 'sent' } : undefined;
}

/** Of a posting only the day is known: noon of it, or when the letter was written if that was later on the day. */
function postedAt(postedOn: Date, writtenAt: Temporal.Instant, zone: string): Temporal.Instant {
  const noon = Temporal.PlainDate.from(postedOn.toISOString().slice(0, 10))
    .toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
    .toInstant();
  return isBefore(noon, writtenAt) ? writtenAt : noon;
}
