import { useTranslation } from '~/components/words';
import { DateField, RadioGroup, TextArea, TextField } from '~/components/fields';
import { ErrorSummary, HubForm } from '~/components/form';
import { LETTER_METHODS } from '~/domain/consultee';
import type { NoticeRow } from '~/domain/consultee/consultee-rows.server';
import type { FieldErrors } from '~/domain/hub-error';

type Refusal = { errors: FieldErrors; typed: Record<string, string[]> };
type FormProps = { refusal: Refusal | undefined };

/** What can still be recorded of a notice: posted, handed over, or come back. */
export function NoticeProofForms({
  notice,
  today,
  refusal,
}: {
  notice: NoticeRow;
  /** YYYY-MM-DD */
  today: string;
  refusal: Refusal | undefined;
}) {
  const { method, postedOn, handedOverAt, sentAt, failedAt } = notice;
  const of = (intent: string) => (refusal?.typed['intent']?.[0] === intent ? refusal : undefined);
  const isWaiting = method !== 'email' && !postedOn && !handedOverAt;
  const canComeBack = (sentAt !== null || postedOn !== null) && !failedAt;
  const isShown = isWaiting || (canComeBack && of('came-back') !== undefined);
  return (
    <>
      {refusal && !isShown && <ErrorSummary errors={refusal.errors} />}
      {isWaiting && <PostingForm refusal={of('post')} today={today} />}
      {isWaiting && <HandoverForm refusal={of('hand-over')} today={today} />}
      {canComeBack && <ReturnForm refusal={of('came-back')} />}
    </>
  );
}

function PostingForm({ refusal, today }: FormProps & { today: string }) {
  const { t } = useTranslation('consultees');
  return (
    <section>
      <h2>{t('posting.title')}</h2>
      <p>{t('posting.text')}</p>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="post" />
        <DateField name="postedOn" label={t('posting.postedOn')} defaultValue={today} />
        <RadioGroup
          name="method"
          label={t('posting.method')}
          choices={LETTER_METHODS.map((method) => ({ value: method, label: t(`posting.methods.${method}`) }))}
        />
        <button type="submit" className="button">
          {t('posting.button')}
        </button>
      </HubForm>
    </section>
  );
}

function HandoverForm({ refusal, today }: FormProps & { today: string }) {
  const { t } = useTranslation('consultees');
  return (
    <details open={refusal !== undefined}>
      <summary>{t('handover.title')}</summary>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="hand-over" />
        <DateField name="handedOverOn" label={t('handover.day')} defaultValue={today} />
        <TextField
          name="time"
          label={t('handover.time')}
          hint={t('handover.timeHint')}
          width="short"
          autoComplete="off"
        />
        <TextArea name="record" label={t('handover.record')} hint={t('handover.recordHint')} rows={3} />
        <button type="submit" className="button button-secondary">
          {t('handover.button')}
        </button>
      </HubForm>
    </details>
  );
}

function ReturnForm({ refusal }: FormProps) {
  const { t } = useTranslation('consultees');
  return (
    <details open={refusal !== undefined}>
      <summary>{t('return.title')}</summary>
      <p>{t('return.text')}</p>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="came-back" />
        <TextArea name="what" label={t('return.what')} hint={t('return.whatHint')} rows={3} />
        <button type="submit" className="button button-secondary">
          {t('return.button')}
        </button>
      </HubForm>
    </details>
  );
}
