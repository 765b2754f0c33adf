import { useTranslation } from '~/components/words';
import { Paragraphs, Text, useLanguage } from '~/components/language';
import { Bar, Tag } from '~/components/page-parts';
import { isWritten, TextSection } from '~/components/reading/text-section';
import { percentageOf } from '~/domain/analysis';
import { formatDay } from '~/domain/deadline';
import type { PublishedFinding } from '~/domain/feedback';
import type { Language } from '~/domain/translation';
import { Quotations } from './quotations';

const TONES = {
  accepted: 'good',
  'partly-accepted': 'info',
  'not-accepted': 'warning',
  noted: 'neutral',
} as const satisfies Record<PublishedFinding['stance'], string>;

/** One finding: you said, by how many of how many; we decided; we did, will do, or why not. */
export function ReportedFinding({
  finding,
  number,
  original,
}: {
  finding: PublishedFinding;
  number: number;
  original: Language;
}) {
  const { t } = useTranslation('feedback-report');
  return (
    <section aria-labelledby={`said-${number}`} className="finding">
      {finding.subject && (
        <p className="eyebrow">
          {t(`finding.about.${finding.subject.kind}`)} <Text of={finding.subject.label} original={original} />
        </p>
      )}
      <h3 id={`said-${number}`}>{t('finding.said', { number })}</h3>
      <Paragraphs of={finding.said} original={original} />
      <Share finding={finding} />
      <Quotations quotations={finding.quotations} />
      <h4>{t('finding.decided')}</h4>
      <p>
        <Tag tone={TONES[finding.stance]}>{t(`stance.${finding.stance}`)}</Tag>
      </p>
      <Paragraphs of={finding.decision} original={original} />
      <TextSection level={4} title={t('finding.rationale')} of={finding.rationale} original={original} />
      <Action finding={finding} original={original} />
      <TextSection level={4} title={t('finding.whyNot')} of={finding.whyNot} original={original} />
    </section>
  );
}

function Share({ finding: { count, base, by, inCampaigns } }: { finding: PublishedFinding }) {
  const { t } = useTranslation('feedback-report');
  if (count === undefined || !base || count > base) return null;
  const { share = 0, percent = 0 } = percentageOf(count, base);
  return (
    <>
      <div className="share">
        <p>{t('finding.share', { count: base, said: count, percent })}</p>
        <Bar share={share} />
      </div>
      {by.length > 0 && (
        <p className="soft">
          {by
            .map((part) =>
              t(`finding.from.${part.standing}`, {
                count: part.count,
                defaultValue: `${part.count} ${part.standing}`,
              }),
            )
            .join(' · ')}
          {inCampaigns > 0 && <> · {t('finding.inCampaigns', { count: inCampaigns })}</>}
        </p>
      )}
    </>
  );
}

function Action({ finding, original }: { finding: PublishedFinding; original: Language }) {
  const { t } = useTranslation('feedback-report');
  const language = useLanguage();
  const { action, actionBy, actionOn, isActionDone } = finding;
  if (!isWritten(action)) return null;
  const date = actionOn && formatDay(actionOn, language);
  return (
    <>
      <h4>{t(isActionDone ? 'finding.did' : 'finding.willDo')}</h4>
      <Paragraphs of={action} original={original} />
      <p className="soft">
        {actionBy && date && t('finding.byOn', { by: actionBy, date })}
        {actionBy && !date && t('finding.by', { by: actionBy })}
        {!actionBy && date && t('finding.on', { date })}{' '}
        <Tag tone={isActionDone ? 'good' : 'info'}>
          {t(isActionDone ? 'finding.done' : 'finding.promised')}
        </Tag>
      </p>
    </>
  );
}
