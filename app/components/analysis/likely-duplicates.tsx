import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { useWhen } from '~/components/arrivals/use-when';
import { Button, CheckboxGroup, TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useAt } from '~/components/language';
import type { LikelyDuplicates } from '~/domain/analysis/exclusion-queries.server';
import type { FieldErrors } from '~/domain/hub-error';
import { useChannelName } from './use-channel-name';

/** Responses that agree word for word, to be looked at by a person; nothing is left out by this page alone. */
export function LikelyDuplicateGroups({
  consultationId,
  zone,
  groups,
  refusal,
}: {
  consultationId: string;
  zone: string;
  groups: readonly LikelyDuplicates[];
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
}) {
  const { t } = useTranslation('counting-staff');
  return groups.map((group, index) => {
    const isRefused = group.responses.some(({ id }) => refusal?.typed['group']?.includes(id));
    return (
      <details key={group.responses[0]?.id} open={isRefused || undefined}>
        <summary>{t('alike.group', { number: index + 1, count: group.responses.length })}</summary>
        <Group
          consultationId={consultationId}
          zone={zone}
          group={group}
          refusal={isRefused ? refusal : undefined}
        />
      </details>
    );
  });
}

function Group({
  consultationId,
  zone,
  group: { responses },
  refusal,
}: Omit<Parameters<typeof LikelyDuplicateGroups>[0], 'groups'> & { group: LikelyDuplicates }) {
  const { t } = useTranslation('counting-staff');
  const at = useAt();
  const when = useWhen(zone);
  const channelName = useChannelName();
  return (
    <HubForm refusal={refusal}>
      <input type="hidden" name="group" value={responses[0]?.id} />
      <input type="hidden" name="kind" value="duplicate" />
      <CheckboxGroup
        name="responses"
        label={t('alike.choose')}
        hint={t('alike.hint')}
        choices={responses.map(({ id, publicReference, channel, receivedAt }) => ({
          value: id,
          label: (
            <>
              <bdi>{publicReference}</bdi>, {channelName(channel)}, {when.at(new Date(receivedAt))}
            </>
          ),
          detail: (
            <a
              href={at(
                href('/officer/consultations/:id/responses/:responseId', {
                  id: consultationId,
                  responseId: id,
                }),
              )}
            >
              {t('alike.open')}
              <span className="visually-hidden"> {publicReference}</span>
            </a>
          ),
        }))}
        defaultValues={responses.slice(1).map(({ id }) => id)}
      />
      <TextArea name="reason" label={t('propose.reason')} hint={t('propose.reasonHint')} rows={2} />
      <Button name="intent" value="propose" kind="secondary">
        {t('alike.propose')}
      </Button>
    </HubForm>
  );
}
