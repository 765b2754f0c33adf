import { useTranslation } from '~/components/words';

/** The way by which a response came, in words. */
export function useChannelName(): (channel: string) => string {
  const { t } = useTranslation('feedback-report');
  return (channel) => t(`totals.channel.${channel}`, { defaultValue: channel });
}
