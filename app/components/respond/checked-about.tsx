import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { publishedPartOf, type Organisation, type RespondentAbout } from '~/domain/response';
import { useAt } from '../language';
import { SummaryList } from '../page-parts';
import { useNumberWords } from './number-words';

/** Who answers and what will be public, to be checked before sending. */
export function CheckedAbout({ slug, about }: { slug: string; about: RespondentAbout }) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const { organisation } = about;
  const page = (path: string) => `${at(path)}?from=check`;
  const row = (key: string, value: ReactNode, address: string) => ({
    key,
    value: value || <span className="soft">{t('check.notGiven')}</span>,
    action: { href: address, label: t('check.change'), about: key },
  });
  const aboutPage = page(href('/respond/:slug/about', { slug }));
  const organisationPage = page(href('/respond/:slug/organisation', { slug }));
  const publishingPage = page(href('/respond/:slug/publishing', { slug }));
  return (
    <>
      <section>
        <h2>{t('about.title')}</h2>
        <SummaryList
          rows={[
            row(t('about.standing.label'), t(`about.standing.${about.standing ?? 'individual'}`), aboutPage),
            ...(organisation
              ? [
                  row(t('organisation.name'), <bdi>{organisation.name}</bdi>, organisationPage),
                  row(t('organisation.onBehalfOf.label'), written(organisation.onBehalfOf), organisationPage),
                  row(t('organisation.basis.label'), <Basis of={organisation} />, organisationPage),
                ]
              : []),
            row(t('about.name.label'), written(about.name), aboutPage),
            row(t('about.email.label'), written(about.email), aboutPage),
            ...(about.email
              ? [
                  row(
                    t('check.wantsReport'),
                    t(about.wantsReport === false ? 'check.no' : 'check.yes'),
                    aboutPage,
                  ),
                ]
              : []),
          ]}
        />
      </section>
      <section>
        <h2>{t('check.public.title')}</h2>
        <SummaryList
          rows={[
            row(t('check.public.what'), t(`check.public.${publishedPartOf(about)}`), publishingPage),
            ...(about.confidentialReason
              ? [row(t('check.public.confidential'), written(about.confidentialReason), publishingPage)]
              : []),
          ]}
        />
      </section>
    </>
  );
}

const written = (text: string | undefined) => text && <bdi className="written">{text}</bdi>;

function Basis({ of: { basis, askedCount, askedHow } }: { of: Organisation }) {
  const { t } = useTranslation('respond');
  const number = useNumberWords();
  if (basis === 'knowledge') return t('organisation.basis.knowledge');
  return (
    <>
      {t('check.asked', { count: askedCount ?? 0, number: number(askedCount ?? 0) })}
      {'\n'}
      {written(askedHow)}
    </>
  );
}
