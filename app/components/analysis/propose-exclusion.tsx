import { useTranslation } from '~/components/words';
import { Button, RadioGroup, TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';
import { EXCLUSION_KINDS } from '~/domain/analysis';
import type { FieldErrors } from '~/domain/hub-error';

/** Proposes to leave one response out of the count; a second person decides. */
export function ProposeExclusion({
  refusal,
}: {
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
}) {
  const { t } = useTranslation('counting-staff');
  return (
    <details open={Boolean(refusal)}>
      <summary>{t('propose.title')}</summary>
      <HubForm refusal={refusal}>
        <p>{t('propose.text')}</p>
        <RadioGroup
          name="kind"
          label={t('propose.kind')}
          choices={EXCLUSION_KINDS.map((kind) => ({
            value: kind,
            label: t(`propose.${kind}`),
            hint: t(`propose.${kind}Hint`),
          }))}
        />
        <TextArea name="reason" label={t('propose.reason')} hint={t('propose.reasonHint')} rows={3} />
        <Button name="intent" value="propose" kind="secondary">
          {t('propose.button')}
        </Button>
      </HubForm>
    </details>
  );
}
