import { useTranslation } from '~/components/words';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Panel } from '~/components/page-parts';
import { DecisionForm } from '~/components/plan/decision-form';
import { NotBy } from '~/components/plan/not-by';
import { RequestRecord, type RequestShown } from '~/components/plan/request-record';
import type { FieldErrors } from '~/domain/hub-error';

/** Asking a second person to publish the report, and that person's decision. */
export function ReportApproval({
  zone,
  isClosed,
  isReady,
  mayWrite,
  mayApprove,
  request,
  refusal,
}: {
  zone: string;
  isClosed: boolean;
  isReady: boolean;
  mayWrite: boolean;
  mayApprove: boolean;
  request:
    | (RequestShown & { id: string; isBarred: boolean; barred: { name: string }[]; isCurrent: boolean })
    | undefined;
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
}) {
  const { t } = useTranslation('report');
  const isWaiting = request?.decision === null;
  const decision = refusal?.typed['intent']?.includes('decide') ? refusal : undefined;
  return (
    <>
      <h2>{t('approval.title')}</h2>
      {request && <RequestRecord request={request} zone={zone} />}
      {!isClosed && <p>{t('approval.notClosed')}</p>}
      {isWaiting && !request.isCurrent && (
        <Panel tone="warning">
          <p>{t('approval.changed')}</p>
        </Panel>
      )}
      {request?.isCurrent ? (
        <>
          {!mayApprove && <p>{t('approval.waits')}</p>}
          <NotBy names={request.barred.map(({ name }) => name)} isReader={mayApprove && request.isBarred} />
          {mayApprove && !request.isBarred && (
            <>
              <p>{t('approval.read')}</p>
              <DecisionForm kind="report" requestId={request.id} refusal={decision} />
            </>
          )}
        </>
      ) : (
        isClosed &&
        mayWrite &&
        (isReady ? (
          <HubForm>
            <p>{t('approval.text')}</p>
            <Button name="intent" value="ask">
              {t('approval.ask')}
            </Button>
          </HubForm>
        ) : (
          <p>{t('approval.notReady')}</p>
        ))
      )}
    </>
  );
}
