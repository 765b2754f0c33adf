import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';
import { useTimes } from '~/components/reading/use-times';

export type RequestShown = {
  requestedBy: string;
  /** ISO 8601 */
  requestedAt: string;
  decision: 'approved' | 'sent-back' | 'replaced' | null;
  decidedBy: string;
  decidedAt: string | null;
  note: string | null;
};

/** Who asked for a second person, when, and what was decided with which note. */
export function RequestRecord({ request, zone }: { request: RequestShown; zone: string }) {
  const { t } = useTranslation('approval');
  const say = useTimes(zone);
  const { decision, decidedAt, decidedBy, note } = request;
  return (
    <>
      <p>{t('request.asked', { name: request.requestedBy, ...say.instant(request.requestedAt) })}</p>
      {decision && decidedAt && (
        <Panel
          tone={decision === 'sent-back' ? 'warning' : 'good'}
          title={t(`request.${decision}`, { name: decidedBy, ...say.instant(decidedAt) })}
        >
          {note && <p className="as-typed">{note}</p>}
        </Panel>
      )}
    </>
  );
}
