import { useTranslation } from '~/components/words';
import type { PublishedReport } from '~/domain/feedback';

/** The organisations that answered, how many people each asked and how, or that it rests on what they know (requirements R5). */
export function Organisations({ named, unnamed }: NonNullable<PublishedReport['organisations']>) {
  const { t } = useTranslation('feedback-report');
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">{t('organisations.title')}</h2>
      {named.length > 0 && (
        <details>
          <summary>{t('organisations.show', { count: named.length })}</summary>
          <ul>
            {named.map(({ name, onBehalfOf, basis, askedCount, askedHow, language }, index) => (
              <li key={index}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>{' '}
                {t(`organisations.${basis}`, { count: askedCount ?? 0 })}
                {askedHow && (
                  <>
                    <br />
                    {t('organisations.how')} <bdi lang={language}>{askedHow}</bdi>
                  </>
                )}
                {onBehalfOf && (
                  <>
                    <br />
                    {t('organisations.onBehalfOf')} <bdi lang={language}>{onBehalfOf}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unnamed > 0 && <p>{t('organisations.unnamed', { count: unnamed })}</p>}
    </section>
  );
}
