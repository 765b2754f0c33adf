import { useTranslation } from '~/components/words';
import { Checkbox, DateField, RadioGroup, TextArea, TextField } from '~/components/fields';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { CONSULTEE_KINDS } from '~/domain/consultee';
import { LANGUAGES } from '~/domain/translation';

export type LineDefaults = {
  name?: string;
  kind?: string;
  email?: string | null;
  postalAddress?: string | null;
  language?: string;
  signedUpPersonally?: boolean;
  acceptedCodeOn?: string | undefined;
  acceptedCodeEvidence?: string | null;
};

/** The fields of a line of the register. */
export function LineFields({ line = {} }: { line?: LineDefaults }) {
  const { t } = useTranslation('consultees');
  return (
    <>
      <TextField
        name="name"
        label={t('line.name')}
        defaultValue={line.name}
        width="medium"
        autoComplete="off"
      />
      <RadioGroup
        name="kind"
        label={t('line.kind')}
        choices={CONSULTEE_KINDS.map((kind) => ({ value: kind, label: t(`line.kinds.${kind}`) }))}
        defaultValues={[line.kind ?? 'organisation']}
      />
      <Checkbox
        name="signedUpPersonally"
        label={t('line.signedUpPersonally')}
        hint={t('line.signedUpPersonallyHint')}
        isTicked={line.signedUpPersonally ?? false}
      />
      <AddressFields line={line} />
      <RadioGroup
        name="language"
        label={t('line.language')}
        hint={t('line.languageHint')}
        choices={LANGUAGES.map((language) => ({
          value: language,
          label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
        }))}
        defaultValues={[line.language ?? 'en']}
      />
      <AcceptanceFields line={line} />
    </>
  );
}

export function AddressFields({ line = {} }: { line?: LineDefaults }) {
  const { t } = useTranslation('consultees');
  return (
    <>
      <TextField
        name="email"
        type="email"
        label={t('line.email')}
        hint={t('line.emailHint')}
        defaultValue={line.email ?? undefined}
        width="medium"
        autoComplete="off"
        isOptional
      />
      <TextArea
        name="postalAddress"
        label={t('line.postalAddress')}
        defaultValue={line.postalAddress ?? undefined}
        rows={4}
        isOptional
      />
    </>
  );
}

/** When and how it is known that the code was accepted. */
export function AcceptanceFields({ line = {} }: { line?: LineDefaults }) {
  const { t } = useTranslation('consultees');
  return (
    <section>
      <h2>{t('line.acceptance')}</h2>
      <p>{t('line.acceptanceText')}</p>
      <DateField
        name="acceptedCodeOn"
        label={t('line.acceptedCodeOn')}
        defaultValue={line.acceptedCodeOn}
        isOptional
      />
      <TextArea
        name="acceptedCodeEvidence"
        label={t('line.acceptedCodeEvidence')}
        hint={t('line.acceptedCodeEvidenceHint')}
        defaultValue={line.acceptedCodeEvidence ?? undefined}
        rows={2}
        isOptional
      />
    </section>
  );
}
