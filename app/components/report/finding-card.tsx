import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { Tag } from '~/components/page-parts';
import { shareBehind, type Finding, type ReportSubject } from '~/domain/feedback';
import type { Language } from '~/domain/translation';

const TONES = {
  accepted: 'good',
  'partly-accepted': 'info',
  'not-accepted': 'warning',
  noted: 'neutral',
} as const;

/** A finding in the list: what was said, by how many, and what was decided. */
export function FindingCard({
  consultationId,
  finding,
  subject,
  quotations,
  place,
  original,
  mayChange,
}: {
  consultationId: string;
  finding: Finding & { isActionDone: boolean };
  subject: ReportSubject | undefined;
  quotations: number;
  place: { isFirst: boolean; isLast: boolean; number: number };
  original: Language;
  mayChange: boolean;
}) {
  const { t } = useTranslation('report');
  const { t: published } = useTranslation('feedback-report');
  const at = useAt();
  const params = { id: consultationId, findingId: finding.id };
  const share = shareBehind(finding);
  const about = <span className="visually-hidden"> {t('findings.number', { number: place.number })}</span>;
  return (
    <>
      {subject && (
        <p className="eyebrow">
          {t(`subject.${subject.kind}`)} <Text of={subject.label} original={original} />
        </p>
      )}
      <h3>
        {place.number}. <Text of={finding.said} original={original} />
      </h3>
      <p>
        <Tag tone={TONES[finding.stance]}>{published(`stance.${finding.stance}`)}</Tag>{' '}
        {share?.percent !== undefined &&
          published('finding.share', { count: share.base, said: share.count, percent: share.percent })}
      </p>
      {mayChange && (
        <HubForm className="row">
          <input type="hidden" name="finding" value={finding.id} />
          <a href={at(href('/officer/consultations/:id/report/findings/:findingId', params))}>
            {t('findings.change')}
            {about}
          </a>
          <a href={at(href('/officer/consultations/:id/report/findings/:findingId/quotations', params))}>
            {t('findings.quotations', { count: quotations })}
            {about}
          </a>
          {!place.isFirst && (
            <Button name="intent" value="up" kind="quiet">
              {t('findings.up')}
              {about}
            </Button>
          )}
          {!place.isLast && (
            <Button name="intent" value="down" kind="quiet">
              {t('findings.down')}
              {about}
            </Button>
          )}
        </HubForm>
      )}
    </>
  );
}
