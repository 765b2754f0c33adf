import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { FileField, TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';
import type { RefusedForm } from '~/components/keying/optional-part';
import { useAt } from '~/components/language';
import { SCAN_ENDINGS } from '~/domain/arrival';
import type { ArrivalLine } from '~/domain/arrival/arrival-queries.server';

type LineActionsProps = {
  consultationId: string;
  line: ArrivalLine;
  refusal: (intent: string) => RefusedForm | undefined;
};

/** What a clerk does with a line besides keying it: scan, set aside, take up again, have it checked, flag it. */
export function LineActions({ consultationId, line, refusal }: LineActionsProps) {
  const { t } = useTranslation('arrivals');
  const at = useAt();
  const isOpen = !['keyed', 'set-aside', 'consultee-reply'].includes(line.state);
  return (
    <section>
      <h2>{t('more.title')}</h2>
      <details open={Boolean(refusal('scan'))}>
        <summary>{t(line.hasScan ? 'more.replaceScan' : 'more.addScan')}</summary>
        <HubForm refusal={refusal('scan')} hasFiles hasSummary={false} className="intent-form">
          <input type="hidden" name="intent" value="scan" />
          <FileField name="scan" label={t('form.scan')} hint={t('form.scanHint')} accept={SCAN_ENDINGS} />
          <button type="submit" className="button button-secondary">
            {t('more.saveScan')}
          </button>
        </HubForm>
      </details>
      {isOpen && (
        <details open={Boolean(refusal('set-aside'))}>
          <summary>{t('more.setAside')}</summary>
          <HubForm refusal={refusal('set-aside')} hasSummary={false} className="intent-form">
            <input type="hidden" name="intent" value="set-aside" />
            <TextArea
              name="setAsideReason"
              label={t('more.setAsideReason')}
              hint={t('more.setAsideHint')}
              rows={2}
            />
            <button type="submit" className="button button-secondary">
              {t('more.setAsideButton')}
            </button>
          </HubForm>
        </details>
      )}
      {line.state === 'keyed' && !line.hasCheck && (
        <HubForm refusal={refusal('check')} hasSummary={false} className="intent-form">
          <input type="hidden" name="intent" value="check" />
          <p className="hint">{t('more.checkHint')}</p>
          <button type="submit" className="button button-secondary">
            {t('more.check')}
          </button>
        </HubForm>
      )}
      <p>
        <a
          href={`${at(href('/officer/consultations/:id/risk/flag', { id: consultationId }))}?arrival=${line.id}`}
        >
          {t('more.flagRisk')}
        </a>
      </p>
    </section>
  );
}
