import { useTranslation } from '~/components/words';
import type { RespondentAbout } from '~/domain/response';
import { Checkbox, RadioGroup } from '../fields';

/** The two permissions of an individual: none is chosen beforehand, and no choice means no. */
export function IndividualPublishing({
  about,
  wasAsked,
  nameAddress,
}: {
  about: RespondentAbout;
  wasAsked: boolean;
  nameAddress: string;
}) {
  const { t } = useTranslation('respond');
  const chosen = (may: boolean | undefined) => (wasAsked ? [may ? 'yes' : 'no'] : []);
  return (
    <>
      <p>{t('publishing.individual.text')}</p>
      <RadioGroup
        name="mayPublishAnswer"
        label={t('publishing.individual.answer')}
        choices={[
          { value: 'yes', label: t('publishing.individual.answerYes') },
          { value: 'no', label: t('publishing.individual.answerNo') },
        ]}
        defaultValues={chosen(about.mayPublishAnswer)}
      />
      {about.name ? (
        <RadioGroup
          name="mayPublishName"
          label={t('publishing.individual.name')}
          hint={t('publishing.individual.nameHint', { name: about.name })}
          choices={[
            { value: 'yes', label: t('publishing.individual.nameYes') },
            { value: 'no', label: t('publishing.individual.nameNo') },
          ]}
          defaultValues={chosen(about.mayPublishName)}
        />
      ) : (
        <p>
          {t('publishing.individual.noName')} <a href={nameAddress}>{t('publishing.individual.giveName')}</a>
        </p>
      )}
    </>
  );
}

/** What an organisation is told, and how it asks otherwise. */
export function OrganisationPublishing({ about, wasAsked }: { about: RespondentAbout; wasAsked: boolean }) {
  const { t } = useTranslation('respond');
  const name = about.organisation?.name ?? '';
  return (
    <>
      <p>{t('publishing.organisation.text', { name })}</p>
      <Checkbox
        name="withholdAnswer"
        label={t('publishing.organisation.withholdAnswer')}
        isTicked={wasAsked && !about.mayPublishAnswer && !about.confidentialReason}
      />
      <Checkbox
        name="withholdName"
        label={t('publishing.organisation.withholdName')}
        isTicked={wasAsked && !about.mayPublishName && about.mayPublishAnswer === true}
      />
    </>
  );
}
