import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/report';
import { ErrorSummary, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { PartList } from '~/components/translation/part-list';
import { useReportTextNames } from '~/components/translation/report-text-names';
import { TranslationForm } from '~/components/translation/translation-form';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { openTranslationPage, progressOf, readTyped } from '~/domain/consultation/translation';
import { seenNow } from '~/domain/consultation/translation/settle-translations.server';
import { readReportToTranslate } from '~/domain/feedback/report-words-queries.server';
import { translateReport } from '~/domain/feedback/translate-report.server';
import { notFound } from '~/domain/hub-error';
import { addressIn, isLanguage } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, readForm, typedIn } from '~/middleware/forms.server';

const ADDRESS = '/officer/consultations/:id/languages/:language/report';

/** What the address asks for: a part and where in it. */
function askedIn(request: Request) {
  const asked = new URL(request.url).searchParams;
  return { part: asked.get('part'), from: Number(asked.get('from')) || 0, text: asked.get('text') };
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { id, language } = params;
  const consultation = await consultationFor(context.get(signedIn), 'translate', id);
  const { places, translatable, records } = await readReportToTranslate(id);
  const { originalLanguage, languages } = translatable;
  if (!isLanguage(language) || language === originalLanguage || !languages.includes(language)) {
    throw notFound();
  }
  const { page, next, texts } = openTranslationPage(translatable, language, records, askedIn(request));
  return {
    id,
    isPublished: consultation.reportedAt !== null,
    language,
    original: originalLanguage,
    places,
    progress: progressOf(translatable, records).find((one) => one.language === language),
    page,
    isLast: !next,
    texts: texts.map((text) => ({ text, seen: seenNow(text, originalLanguage, language) })),
    saved: Number(new URL(request.url).searchParams.get('saved')) || 0,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const { id, language } = params;
  await consultationFor(actor, 'translate', id);
  const { fields } = await readForm(request);
  const typed = typedIn(fields);
  if (!isLanguage(language)) throw notFound();
  return attempt({ typed }, async () => {
    const sent = new Map(Object.entries(typed).map(([name, values]) => [name, values[0] ?? '']));
    const { saved } = await translateReport(actor, id, { language, texts: readTyped(sent) });
    const { translatable } = await readReportToTranslate(id);
    const { page, next } = openTranslationPage(translatable, language, [], askedIn(request));
    const goal = sent.get('next') === 'next' ? next : page;
    const place = new URLSearchParams({
      part: goal?.part ?? '',
      from: `${goal?.from ?? 0}`,
      saved: `${saved}`,
    });
    const address = goal
      ? `${href(ADDRESS, { id, language })}?${place}`
      : href('/officer/consultations/:id/languages', { id });
    return redirect(addressIn(context.get(requestFacts).language, address), 303);
  });
}

/** One part of a feedback report, each original beside its translation (requirements C3, F4). */
export default function ReportTranslation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('translate');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, isPublished, language, original, places, progress, page, saved } = loaderData;
  const { partName, textName } = useReportTextNames(places, original);
  const title = t('report.title', { language: t(`language.${language}`) });
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/languages', { id }))}>{t('editor.back')}</BackLink>
      <h1>{title}</h1>
      {isPublished && (
        <>
          {refusal && <ErrorSummary errors={refusal.errors} />}
          <Panel title={t('report.published.title')}>
            <p>{t('report.published.text')}</p>
          </Panel>
        </>
      )}
      {!isPublished && <p className="lede">{t('report.lede')}</p>}
      {saved > 0 && !refusal && (
        <p className="panel panel-good" role="status">
          {t('editor.saved', { count: saved })}
        </p>
      )}
      {progress && (
        <PartList
          address={at(href(ADDRESS, { id, language }))}
          progress={progress}
          partName={partName}
          current={page?.part}
        />
      )}
      {!page && <p>{t('report.nothing')}</p>}
      {page && !isPublished && (
        <TranslationForm
          {...loaderData}
          title={partName(page.part)}
          from={page.from}
          textName={textName}
          original={original}
          refusal={refusal}
        />
      )}
      {!page && refusal && !isPublished && <ErrorSummary errors={refusal.errors} />}
    </>
  );
}
