import { useTranslation } from '~/components/words';
import { Button, RadioGroup, TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';

import type { Refused } from './refused';

/** A second person's decision: approve, or send back and say why; the note belongs to sending back alone. `kind` words the choices. */
export function DecisionForm({
  kind,
  requestId,
  refusal,
}: {
  kind: 'publish' | 'correction' | 'report';
  requestId: string;
  refusal: Refused;
}) {
  const { t } = useTranslation('approval');
  return (
    <HubForm refusal={refusal}>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="requestId" value={requestId} />
      <RadioGroup
        name="decision"
        label={t(`decide.${kind}.label`)}
        choices={[
          { value: 'approve', label: t(`decide.${kind}.approve`), hint: t(`decide.${kind}.approveHint`) },
          {
            value: 'send-back',
            label: t('decide.sendBack'),
            detail: (
              <TextArea name="note" label={t('decide.note.label')} hint={t('decide.note.hint')} rows={4} />
            ),
          },
        ]}
      />
      <Button>{t('decide.button')}</Button>
    </HubForm>
  );
}
