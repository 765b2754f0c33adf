import { useTranslation } from '~/components/words';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { DecisionForm } from './decision-form';
import type { Refused } from './refused';

/** What this person can do about publishing now, or why nothing. */
export type ApprovalStepFacts =
  | { step: 'ask'; draftVersion: number }
  | { step: 'decide'; requestId: string }
  | { step: 'authors-ask' | 'mend-first' | 'approver-decides' | 'another-decides' };

/** Asking for approval, or deciding on it; otherwise whom it waits for. */
export function ApprovalStep({ refusal, ...facts }: ApprovalStepFacts & { refusal: Refused }) {
  const { t } = useTranslation('approval');
  switch (facts.step) {
    case 'ask':
      return (
        <>
          <h2>{t('ask.title')}</h2>
          <p>{t('ask.text')}</p>
          <HubForm refusal={refusal}>
            <input type="hidden" name="intent" value="ask" />
            <input type="hidden" name="draftVersion" value={facts.draftVersion} />
            <Button>{t('ask.button')}</Button>
          </HubForm>
        </>
      );
    case 'decide':
      return (
        <>
          <h2>{t('decide.publish.title')}</h2>
          <p>{t('decide.publish.text')}</p>
          <DecisionForm kind="publish" requestId={facts.requestId} refusal={refusal} />
        </>
      );
    case 'authors-ask':
      return <p>{t('ask.others')}</p>;
    case 'approver-decides':
      return <p>{t('decide.waiting')}</p>;
    case 'another-decides':
    case 'mend-first':
      return null;
  }
}
