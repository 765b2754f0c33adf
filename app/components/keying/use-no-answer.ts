import type { Choice } from '~/components/fields';
import { useTranslation } from '~/components/words';

/** The last choice of one of several while keying: takes back a choice made by mistake, since none is required. */
export function useNoAnswer(): Choice {
  const { t } = useTranslation('keying');
  return { value: '', label: t('noAnswer') };
}
