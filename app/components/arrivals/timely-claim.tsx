import { useTranslation } from '~/components/words';
import { TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';
import type { RefusedForm } from '~/components/keying/optional-part';
import { Panel } from '~/components/page-parts';
import type { ArrivalLine } from '~/domain/arrival/arrival-queries.server';

/** The evidence that something registered after closing came in time, and what a second person made of it. */
export function TimelyClaim({
  line,
  mayClaim,
  mayDecide,
  refusal,
}: {
  line: ArrivalLine;
  mayClaim: boolean;
  mayDecide: boolean;
  refusal: (intent: string) => RefusedForm | undefined;
}) {
  const { t } = useTranslation('arrivals');
  const isOpen = line.state === 'claim-needed' || line.state === 'claim-waiting';
  const isForConsultee = !isOpen && line.mayNeedClaim && ['to-key', 'before-opening'].includes(line.state);
  if (!isOpen && !isForConsultee && !line.timelyEvidence) return null;
  return (
    <section>
      <h2>{t('claim.title')}</h2>
      {isOpen && (
        <Panel tone="warning">
          <p>{t('claim.why')}</p>
        </Panel>
      )}
      {isForConsultee && <p>{t('claim.forConsultee')}</p>}
      {line.timelyEvidence && (
        <>
          <p>{t('claim.evidenceBy', { name: line.timelyClaimedBy ?? '' })}</p>
          <blockquote className="written">
            <bdi>{line.timelyEvidence}</bdi>
          </blockquote>
        </>
      )}
      {line.timelyApprovedBy && <p>{t('claim.approvedBy', { name: line.timelyApprovedBy })}</p>}
      {line.timelyRefusedBy && (
        <>
          <p>{t('claim.refusedBy', { name: line.timelyRefusedBy })}</p>
          <blockquote className="written">
            <bdi>{line.timelyRefusalReason}</bdi>
          </blockquote>
        </>
      )}
      {(isOpen || isForConsultee) && mayClaim && (
        <ClaimForm isAgain={Boolean(line.timelyEvidence)} refusal={refusal('claim')} />
      )}
      {line.state === 'claim-waiting' && mayDecide && <DecisionForms refusal={refusal} />}
      {line.state === 'claim-waiting' && !mayDecide && <p>{t('claim.waits')}</p>}
    </section>
  );
}

function ClaimForm({ isAgain, refusal }: { isAgain: boolean; refusal: RefusedForm | undefined }) {
  const { t } = useTranslation('arrivals');
  const form = (
    <HubForm refusal={refusal} hasSummary={false} className="intent-form">
      <input type="hidden" name="intent" value="claim" />
      <TextArea name="timelyEvidence" label={t('claim.evidence')} hint={t('claim.evidenceHint')} rows={3} />
      <button type="submit" className={isAgain ? 'button button-secondary' : 'button'}>
        {t('claim.button')}
      </button>
    </HubForm>
  );
  if (!isAgain) return form;
  return (
    <details open={Boolean(refusal)}>
      <summary>{t('claim.again')}</summary>
      {form}
    </details>
  );
}

function DecisionForms({ refusal }: { refusal: (intent: string) => RefusedForm | undefined }) {
  const { t } = useTranslation('arrivals');
  return (
    <>
      <p>{t('claim.decide')}</p>
      <HubForm refusal={refusal('approve')} hasSummary={false} className="intent-form">
        <input type="hidden" name="intent" value="approve" />
        <button type="submit" className="button">
          {t('claim.approve')}
        </button>
      </HubForm>
      <HubForm refusal={refusal('refuse')} hasSummary={false} className="intent-form">
        <input type="hidden" name="intent" value="refuse" />
        <TextArea name="refusalReason" label={t('claim.reason')} rows={3} />
        <button type="submit" className="button button-secondary">
          {t('claim.refuse')}
        </button>
      </HubForm>
    </>
  );
}
