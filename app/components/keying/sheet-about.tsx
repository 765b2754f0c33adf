import { useTranslation } from '~/components/words';
import { Checkbox, RadioGroup, SelectField, TextArea, TextField } from '../fields';
import { LANGUAGE_NAMES } from '../language-names';
import { useLanguage } from '../language';
import { EqualityFields } from '../respond/equality-fields';
import type { RefusedForm } from './optional-part';
import { OptionalPart } from './optional-part';
import { SheetPublishing } from './sheet-publishing';
import { useNoAnswer } from './use-no-answer';

/** Everything keyed besides the answers; what few sheets need is folded away, out of the way of the Tab key. */
export function SheetAbout({ refusal }: { refusal: RefusedForm | undefined }) {
  const { t } = useTranslation('keying');
  return (
    <>
      <h2>{t('about.title')}</h2>
      <SheetPublishing />
      <TextField name="name" label={t('about.name')} autoComplete="off" width="medium" />
      <TextField name="email" label={t('about.email')} autoComplete="off" width="medium" />
      <TextArea name="postalAddress" label={t('about.postalAddress')} rows={2} />
      <Checkbox name="noReport" label={t('about.noReport')} />
      <TextArea name="outside" label={t('about.outside')} hint={t('about.outsideHint')} rows={3} />
      <TextField name="pages" label={t('about.pages')} hint={t('about.pagesHint')} width="short" />
      <OptionalPart
        title={t('organisation.title')}
        refusal={refusal}
        names={['organisationName', 'basis', 'askedCount', 'askedHow']}
      >
        <OrganisationFields />
      </OptionalPart>
      <OptionalPart
        title={t('help.title')}
        refusal={refusal}
        names={['language', 'languageUsed', 'interpreter', 'helper', 'onBehalfOf']}
        usual={{ language: useLanguage() }}
      >
        <HelpFields />
      </OptionalPart>
      <OptionalPart title={t('confidential.title')} refusal={refusal} names={['confidentialReason']}>
        <TextArea
          name="confidentialReason"
          label={t('confidential.reason')}
          hint={t('confidential.hint')}
          rows={3}
        />
      </OptionalPart>
      <OptionalPart title={t('equality.title')} refusal={refusal} names={[]} prefix="equality-">
        <p className="hint">{t('equality.text')}</p>
        <EqualityFields noAnswer={useNoAnswer()} />
      </OptionalPart>
      <OptionalPart
        title={t('risk.title')}
        refusal={refusal}
        names={['isAtRisk', 'namesThirdPerson', 'riskNote']}
      >
        <p className="hint">{t('risk.text')}</p>
        <Checkbox name="isAtRisk" label={t('risk.atRisk')} />
        <Checkbox name="namesThirdPerson" label={t('risk.thirdPerson')} />
        <TextArea name="riskNote" label={t('risk.note')} rows={3} />
      </OptionalPart>
    </>
  );
}

function OrganisationFields() {
  const { t } = useTranslation('keying');
  return (
    <>
      <TextField
        name="organisationName"
        label={t('organisation.name')}
        hint={t('organisation.nameHint')}
        width="medium"
      />
      <RadioGroup
        name="basis"
        label={t('organisation.basis')}
        choices={[
          { value: 'asked', label: t('organisation.asked') },
          { value: 'knowledge', label: t('organisation.knowledge') },
          useNoAnswer(),
        ]}
        isNumbered
      />
      <TextField name="askedCount" label={t('organisation.askedCount')} inputMode="numeric" width="short" />
      <TextArea name="askedHow" label={t('organisation.askedHow')} rows={2} />
    </>
  );
}

function HelpFields() {
  const { t } = useTranslation('keying');
  const language = useLanguage();
  return (
    <>
      <SelectField
        name="language"
        label={t('help.language')}
        defaultValue={language}
        hint={t('help.languageHint')}
        choices={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="languageUsed"
        label={t('help.languageUsed')}
        hint={t('help.languageUsedHint')}
        width="medium"
      />
      <TextField name="interpreter" label={t('help.interpreter')} width="medium" />
      <TextField name="helper" label={t('help.helper')} width="medium" />
      <TextField name="onBehalfOf" label={t('help.onBehalfOf')} width="medium" />
    </>
  );
}
