import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/editor';
import { ErrorSummary, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { PartList } from '~/components/translation/part-list';
import { usePartNames, useTextNames } from '~/components/translation/text-names';
import { TranslationForm } from '~/components/translation/translation-form';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import {
  openTranslationPage,
  progressOf,
  readTyped,
  translatableOf,
} from '~/domain/consultation/translation';
import { saveTranslation } from '~/domain/consultation/translation/save-translation.server';
import { seenNow } from '~/domain/consultation/translation/settle-translations.server';
import { translationRecordsOf } from '~/domain/consultation/translation/translation-queries.server';
import { notFound } from '~/domain/hub-error';
import { addressIn, isLanguage } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, readForm, typedIn } from '~/middleware/forms.server';

/** What the address asks for: a part and where in it, or the text with a path. */
function askedIn(request: Request) {
  const asked = new URL(request.url).searchParams;
  return { part: asked.get('part'), from: Number(asked.get('from')) || 0, text: asked.get('text') };
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { consultation, document } = await readDraft(context.get(signedIn), params.id, 'translate');
  const { language } = params;
  if (!isLanguage(language) || language === document.originalLanguage) throw notFound();
  const records = await translationRecordsOf(consultation.id);
  const translatable = translatableOf(document);
  const { page, next, texts } = openTranslationPage(translatable, language, records, askedIn(request));
  return {
    id: consultation.id,
    isFrozen: consultation.publishedAt !== null,
    document,
    language,
    progress: progressOf(translatable, records).find((one) => one.language === language),
    page,
    isLast: !next,
    texts: texts.map((text) => ({ text, seen: seenNow(text, document.originalLanguage, language) })),
    saved: Number(new URL(request.url).searchParams.get('saved')) || 0,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { fields } = await readForm(request);
  const typed = typedIn(fields);
  const { language } = params;
  if (!isLanguage(language)) throw notFound();
  return attempt({ typed }, async () => {
    const actor = context.get(signedIn);
    const sent = new Map(Object.entries(typed).map(([name, values]) => [name, values[0] ?? '']));
    const { saved } = await saveTranslation(actor, {
      consultationId: params.id,
      language,
      texts: readTyped(sent),
    });
    const { document } = await readDraft(actor, params.id, 'translate');
    const { page, next } = openTranslationPage(translatableOf(document), language, [], askedIn(request));
    const goal = sent.get('next') === 'next' ? next : page;
    const place = new URLSearchParams({
      part: goal?.part ?? '',
      from: `${goal?.from ?? 0}`,
      saved: `${saved}`,
    });
    const { id } = params;
    const address = goal
      ? `${href('/officer/consultations/:id/languages/:language', { id, language })}?${place}`
      : href('/officer/consultations/:id/languages', { id });
    return redirect(addressIn(context.get(requestFacts).language, address), 303);
  });
}

/** One part of a consultation, each original beside its translation (requirements C3). */
export default function TranslationEditor({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('translate');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, isFrozen, document, language, progress, page, saved } = loaderData;
  const partName = usePartNames(document);
  const textName = useTextNames(document);
  const address = at(href('/officer/consultations/:id/languages/:language', { id, language }));
  const title = t('editor.title', { language: t(`language.${language}`) });
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/languages', { id }))}>{t('editor.back')}</BackLink>
      <h1>{title}</h1>
      {isFrozen && (
        <>
          {refusal && <ErrorSummary errors={refusal.errors} />}
          <Panel title={t('frozen.title')}>
            <p>{t('frozen.text')}</p>
          </Panel>
        </>
      )}
      {saved > 0 && !refusal && (
        <p className="panel panel-good" role="status">
          {t('editor.saved', { count: saved })}
        </p>
      )}
      {progress && (
        <PartList address={address} progress={progress} partName={partName} current={page?.part} />
      )}
      {page && !isFrozen && (
        <TranslationForm
          {...loaderData}
          title={partName(page.part)}
          from={page.from}
          textName={textName}
          original={document.originalLanguage}
          refusal={refusal}
        />
      )}
    </>
  );
}
