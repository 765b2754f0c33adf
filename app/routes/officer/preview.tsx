import { useTranslation } from '~/components/words';
import { href, redirect } from 'react-router';
import type { Route } from './+types/preview';
import { PageTitle } from '~/components/form';
import { InLanguage, useAt } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { BackLink } from '~/components/page-parts';
import { PreviewedConsultation } from '~/components/questions/previewed-consultation';
import { PreviewedQuestions } from '~/components/questions/previewed-questions';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readPreview } from '~/domain/consultation/preview-queries.server';
import { notFound } from '~/domain/hub-error';
import { isLanguage } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  if (params.language !== undefined && !isLanguage(params.language)) throw notFound();
  const consultation = await readPreview(context.get(signedIn), params.id);
  return { consultation, language: params.language ?? consultation.document.originalLanguage };
}

/** Whatever is sent from a preview goes nowhere: the same page is shown again. */
export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'see', params.id);
  return redirect(new URL(request.url).pathname, 303);
}

/** The page and the questions exactly as they will be seen, in any language of the hub (requirements R1). */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const { consultation, language } = loaderData;
  const { document, id } = consultation;
  return (
    <>
      <PageTitle>{t('preview.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/questions', { id }))}>{t('backToList')}</BackLink>
      <section className="panel panel-warning" aria-label={t('preview.title')}>
        <p>
          <strong>{t('preview.banner')}</strong> {t('preview.text')}
        </p>
        <nav aria-label={t('preview.languages')} className="languages">
          <ul>
            {document.languages.map((one) => (
              <li key={one}>
                <a
                  href={at(href('/officer/consultations/:id/preview/:language?', { id, language: one }))}
                  lang={one}
                  aria-current={one === language ? 'page' : undefined}
                >
                  {LANGUAGE_NAMES[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          <a href="#preview-questions">{t('preview.toQuestions')}</a>
        </p>
      </section>
      <InLanguage language={language}>
        <PreviewedConsultation consultation={consultation} />
        <hr />
        <PreviewedQuestions document={document} />
      </InLanguage>
    </>
  );
}
