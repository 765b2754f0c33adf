import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { useTimes } from '~/components/reading/use-times';
import { StaffLink } from '~/components/staff/staff-link';
import { useChannelName } from '~/components/analysis/use-channel-name';
import type { Refusal, ReportSubject } from '~/domain/feedback';
import type { Language, Localized } from '~/domain/translation';

type RefusalListProps = {
  consultationId: string;
  refusals: readonly Refusal[];
  subjects: readonly ReportSubject[];
  findings: ReadonlyArray<{ id: string; said: Localized }>;
  original: Language;
  zone: string;
};

/** Everything that keeps the report from being published, each with a link to where it is mended. */
export function RefusalList({
  consultationId,
  refusals,
  subjects,
  findings,
  original,
  zone,
}: RefusalListProps) {
  const { t } = useTranslation('report');
  const describe = useRefusalWords(zone);
  return (
    <ul>
      {refusals.map((refusal, index) => {
        const about =
          refusal.subject?.kind === 'finding'
            ? findings.find(({ id }) => id === refusal.subject?.id)?.said
            : subjects.find(({ kind, id }) => kind === refusal.subject?.kind && id === refusal.subject?.id)
                ?.label;
        return (
          <li key={index}>
            <StaffLink to={addressOf(consultationId, original, refusal)}>
              {about && (
                <>
                  {t(`subject.${refusal.subject?.kind ?? 'finding'}`)} <Text of={about} original={original} />
                  {' – '}
                </>
              )}
              {describe(refusal)}
            </StaffLink>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a person mends it. */
function addressOf(
  id: string,
  original: Language,
  { code, subject, field, questionId, language, path }: Refusal,
): string {
  switch (code) {
    case 'unread-texts':
      return href('/officer/consultations/:id/reading', { id });
    case 'unread-replies':
      return href('/officer/consultations/:id/reading/consultees/replies', { id });
    case 'post-still-arrives':
    case 'arrivals-not-keyed':
      return href('/officer/consultations/:id/arrivals', { id });
    case 'unchecked-samples':
      return href('/officer/consultations/:id/checks', { id });
    case 'consultees-still-answer':
      return href('/officer/consultations/:id/consultees', { id });
    case 'undecided-late-entries':
      return href('/officer/consultations/:id/late', { id });
    case 'unaccounted':
    case 'shares-a-finding':
      return `${href('/officer/consultations/:id/report/findings/new', { id })}?${subject?.kind}=${subject?.id}`;
    case 'translation-stale':
      return `${href('/officer/consultations/:id/languages/:language/report', { id, language: language ?? '' })}?text=${path}`;
    case 'quotation-not-permitted':
      return href('/officer/consultations/:id/report/findings/:findingId/quotations', {
        id,
        findingId: subject?.id ?? '',
      });
    default:
      break;
  }
  if (subject?.kind === 'finding') {
    return `${href('/officer/consultations/:id/report/findings/:findingId', { id, findingId: subject.id })}#field-${field}`;
  }
  if (subject?.kind === 'theme' && questionId) {
    if (language && language !== original) {
      return `${href('/officer/consultations/:id/languages/:language/report', { id, language })}?text=report.theme.${subject.id}`;
    }
    const { id: themeId } = subject;
    return href('/officer/consultations/:id/codebook/:questionId/:themeId', { id, questionId, themeId });
  }
  if (subject) return href('/officer/consultations/:id/report/reasons', { id });
  if (code === 'totals-do-not-add-up') return href('/officer/consultations/:id/counting', { id });
  return href('/officer/consultations/:id/report/texts', { id });
}

function useRefusalWords(zone: string): (refusal: Refusal) => string {
  const { t } = useTranslation('report');
  const channelName = useChannelName();
  const times = useTimes(zone);
  return ({ code, field, language, count, channel, until }) =>
    t(`refusal.${code}`, {
      count: count ?? 0,
      field: field ? t(`field.${field}`, { defaultValue: field }) : '',
      language: language ? LANGUAGE_NAMES[language] : '',
      ...(until && times.deadline(until)),
      channel: channel ? channelName(channel) : t('refusal.allChannels'),
    });
}
