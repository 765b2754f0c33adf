import { useTranslation } from '~/components/words';
import { Button, RadioGroup, TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';
import { LANGUAGE_NAMES } from '~/components/language-names';
import type { Language, Localized } from '~/domain/translation';
import type { Refused } from './refused';

/** Proposing a correction in every promised language; `before` is one that was sent back. */
export function CorrectionForm({
  languages,
  before,
  refusal,
}: {
  languages: readonly Language[];
  before: { what: Localized; why: Localized; isMaterial: boolean } | undefined;
  refusal: Refused;
}) {
  const { t } = useTranslation('corrections');
  return (
    <>
      <h2>{t('propose.title')}</h2>
      <HubForm refusal={refusal}>
        <input type="hidden" name="intent" value="propose" />
        {languages.flatMap((language) =>
          (['what', 'why'] as const).map((name) => (
            <TextArea
              key={`${name}.${language}`}
              name={`${name}.${language}`}
              label={t(`${name}.label`, { language: LANGUAGE_NAMES[language] })}
              hint={t(`${name}.hint`)}
              lang={language}
              rows={3}
              defaultValue={before?.[name][language]}
            />
          )),
        )}
        <RadioGroup
          name="isMaterial"
          label={t('material.label')}
          hint={t('material.hint')}
          choices={[
            { value: 'no', label: t('material.no') },
            { value: 'yes', label: t('material.yes') },
          ]}
          defaultValues={before ? [before.isMaterial ? 'yes' : 'no'] : []}
        />
        <Button>{t('propose.button')}</Button>
      </HubForm>
    </>
  );
}
