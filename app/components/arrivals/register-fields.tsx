import { useTranslation } from '~/components/words';
import { Checkbox, DateField, FileField, RadioGroup, TextField } from '~/components/fields';
import { OptionalPart, type RefusedForm } from '~/components/keying/optional-part';
import { ARRIVAL_CHANNELS, SCAN_ENDINGS, type ArrivalChannel, type ReceivedMoment } from '~/domain/arrival';

export type RegisterDefaults = {
  formKey: string;
  channel: ArrivalChannel;
  evidence: string;
  now: ReceivedMoment;
};

/**
 * The one short form in which a line is added: filled with the channel and evidence of the line before and the time it
 * is now, so that a pile of letters needs little more than a press for each. Evidence left standing while the channel
 * changes is asked about once: sent again, it is taken as meant.
 */
export function RegisterFields({
  defaults,
  refusal,
  countsPostmark,
  startsHere,
}: {
  defaults: RegisterDefaults;
  refusal: RefusedForm | undefined;
  /** The rule for post is "postmarked by". */
  countsPostmark: boolean;
  /** Whether the cursor starts here: a pile is being registered. */
  startsHere: boolean;
}) {
  const { t } = useTranslation('arrivals');
  return (
    <>
      <input type="hidden" name="formKey" value={defaults.formKey} />
      {!refusal && defaults.evidence && (
        <>
          <input type="hidden" name="presetChannel" value={defaults.channel} />
          <input type="hidden" name="presetEvidence" value={defaults.evidence} />
        </>
      )}
      <RadioGroup
        name="channel"
        label={t('form.channel')}
        choices={ARRIVAL_CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        defaultValues={[defaults.channel]}
        autoFocus={startsHere}
        isInline
        isNumbered
      />
      <div className="fields-row">
        <DateField name="received" label={t('form.received')} defaultValue={defaults.now.date} />
        <TextField
          name="receivedTime"
          label={t('form.time')}
          defaultValue={defaults.now.time}
          width="short"
          autoComplete="off"
          dir="ltr"
        />
      </div>
      <TextField
        name="receivedEvidence"
        label={t('form.evidence')}
        hint={t('form.evidenceHint')}
        defaultValue={defaults.evidence}
        autoComplete="off"
      />
      {countsPostmark && <PostmarkFields />}
      <TextField name="sender" label={t('form.sender')} isOptional width="medium" autoComplete="off" />
      <OptionalPart
        title={countsPostmark ? t('form.moreWithoutPostmark') : t('form.more')}
        refusal={refusal}
        names={['note', 'scan', 'isPostmarkIllegible', 'postmark']}
        prefix="postmark-"
      >
        {!countsPostmark && <PostmarkFields />}
        <TextField name="note" label={t('form.note')} isOptional autoComplete="off" />
        <FileField
          name="scan"
          label={t('form.scan')}
          hint={t('form.scanHint')}
          isOptional
          accept={SCAN_ENDINGS}
        />
      </OptionalPart>
    </>
  );
}

function PostmarkFields() {
  const { t } = useTranslation('arrivals');
  return (
    <>
      <DateField name="postmark" label={t('form.postmark')} hint={t('form.postmarkHint')} isOptional />
      <Checkbox name="isPostmarkIllegible" label={t('form.illegible')} hint={t('form.illegibleHint')} />
    </>
  );
}
