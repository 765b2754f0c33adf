import { useTranslation } from '~/components/words';
import { Button, SelectField, TextField } from '~/components/fields';
import { FATES } from '~/domain/response';
import { useChannelName } from './use-channel-name';

/** Narrows the list of responses down; sends its fields in the address. */
export function ResponseFilterForm({
  channels,
  channel,
  fate,
  words,
}: {
  channels: readonly string[];
  channel: string | undefined;
  fate: string | undefined;
  words: string | undefined;
}) {
  const { t } = useTranslation('responses');
  const channelName = useChannelName();
  return (
    <form method="get" className="filter-row">
      <TextField
        name="words"
        label={t('filter.words')}
        hint={t('filter.wordsHint')}
        type="search"
        width="medium"
        defaultValue={words ?? ''}
      />
      <SelectField
        name="channel"
        label={t('filter.channel')}
        defaultValue={channel ?? ''}
        emptyLabel={t('filter.any')}
        choices={channels.map((one) => ({ value: one, label: channelName(one) }))}
      />
      <SelectField
        name="fate"
        label={t('filter.fate')}
        defaultValue={fate ?? ''}
        emptyLabel={t('filter.any')}
        choices={FATES.map((one) => ({ value: one, label: t(`fate.${one}`) }))}
      />
      <Button kind="secondary">{t('filter.button')}</Button>
    </form>
  );
}
