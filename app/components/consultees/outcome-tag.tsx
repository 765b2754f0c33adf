import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { DecidedOutcome, Outcome } from '~/domain/silence';

type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info';

const TONES: Record<Outcome, Tone> = {
  support: 'good',
  objection: 'bad',
  'other-answer': 'info',
  'did-not-object': 'neutral',
  'not-effectively-notified': 'warning',
  'silence-not-applied': 'warning',
  contested: 'warning',
  withdrew: 'neutral',
  awaiting: 'info',
};

/** Where a consultee stands, with which other answer it is. */
export function OutcomeTag({ decision }: { decision: DecidedOutcome }) {
  const { t } = useTranslation('silence');
  const { outcome, answerKind } = decision;
  return (
    <Tag tone={TONES[outcome]}>
      {answerKind ? `${t(`outcome.${outcome}`)}: ${t(`answer.${answerKind}`)}` : t(`outcome.${outcome}`)}
    </Tag>
  );
}
