import { useTranslation } from '~/components/words';
import { PageTitle } from '~/components/form';

/** Says that this computer holds nothing any more. */
export default function Finished() {
  const { t } = useTranslation('consultee');
  return (
    <>
      <PageTitle>{t('finished.title')}</PageTitle>
      <h1>{t('finished.title')}</h1>
      <p className="lede">{t('finished.text')}</p>
    </>
  );
}
