import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ButtonLink } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Note } from '~/components/respond/answering-page';

/** Says that this computer holds nothing any more. */
export default function Cleared() {
  const { t } = useTranslation('respond');
  const at = useAt();
  return (
    <div className="answering">
      <PageTitle>{t('cleared.title')}</PageTitle>
      <h1>{t('cleared.title')}</h1>
      <p className="lede">{t('cleared.text')}</p>
      <Note />
      <p>{t('cleared.close')}</p>
      <p>{t('cleared.receipt')}</p>
      <p>
        <ButtonLink kind="secondary" href={at(href('/consultations'))}>
          {t('cleared.consultations')}
        </ButtonLink>
      </p>
    </div>
  );
}
