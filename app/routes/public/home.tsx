import { useTranslation } from '~/components/words';
import { data, href, redirect } from 'react-router';
import type { Route } from './+types/home';
import { ButtonLink } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { ConsultationCard } from '~/components/reading/consultation-card';
import { firstConsultations } from '~/domain/consultation/list-consultations.server';
import { addressIn, DEFAULT_LANGUAGE } from '~/domain/translation';
import { preferredLanguage } from '~/middleware/preferred-language.server';

const MOST_OPEN = 5;
const MOST_REPORTED = 3;

/** Only `/` itself looks at what the browser prefers; `/?language=en` stays (the way back to English). */
export async function loader({ request }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const headers = { vary: 'Accept-Language' };
  const looksAtBrowser = url.pathname === '/';
  if (looksAtBrowser && !url.searchParams.has('language')) {
    const preferred = preferredLanguage(request.headers.get('accept-language'));
    if (preferred !== DEFAULT_LANGUAGE) throw redirect(addressIn(preferred, '/'), { status: 302, headers });
  }
  const [open, reported] = await Promise.all([
    firstConsultations(['open'], MOST_OPEN),
    firstConsultations(['reported', 'following-up'], MOST_REPORTED),
  ]);
  return data({ open, reported }, looksAtBrowser ? { headers } : undefined);
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const STEPS = ['read', 'answer', 'outcome'] as const;

export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('home');
  const at = useAt();
  const { open, reported } = loaderData;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('heading')}</h1>
      <p className="lede">{t('lede')}</p>
      <section aria-labelledby="open">
        <h2 id="open">{t('open.title')}</h2>
        {open.total === 0 && <p>{t('open.none')}</p>}
        <ul className="card-list">
          {open.consultations.map((entry) => (
            <li key={entry.slug}>
              <ConsultationCard entry={entry} now={open.now} level={3} />
            </li>
          ))}
        </ul>
        <p>
          <ButtonLink href={at(href('/consultations'))}>{t('open.all')}</ButtonLink>
        </p>
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{t('how.title')}</h2>
        <ol className="how-steps">
          {STEPS.map((step) => (
            <li key={step}>
              <h3>{t(`how.${step}.title`)}</h3>
              <p>{t(`how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
        <p>
          <a href={at(href('/help'))}>{t('how.help')}</a>
        </p>
      </section>
      {reported.total > 0 && (
        <section aria-labelledby="reported">
          <h2 id="reported">{t('reported.title')}</h2>
          <p>{t('reported.text')}</p>
          <ul className="card-list">
            {reported.consultations.map((entry) => (
              <li key={entry.slug}>
                <ConsultationCard entry={entry} now={reported.now} level={3} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
