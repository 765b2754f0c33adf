import { useTranslation } from '~/components/words';
import { ErrorSummary } from '~/components/form';
import { Panel } from '~/components/page-parts';
import type { FieldErrors } from '~/domain/hub-error';

/** Says that a published consultation's questions stay as they are, and what was refused for that reason. */
export function FrozenNotice({ refusal }: { refusal?: { errors: FieldErrors } | undefined }) {
  const { t } = useTranslation('questions');
  return (
    <>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <Panel title={t('frozen.title')}>
        <p>{t('frozen.text')}</p>
      </Panel>
    </>
  );
}
