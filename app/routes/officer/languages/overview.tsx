import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/overview';
import { Button, CheckboxGroup } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { Panel } from '~/components/page-parts';
import { ProgressTable } from '~/components/translation/progress-table';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { saveDraft } from '~/domain/consultation/save-draft.server';
import { isBegun, progressOf, promisedLanguages, translatableOf } from '~/domain/consultation/translation';
import { translationRecordsOf } from '~/domain/consultation/translation/translation-queries.server';
import { readReportToTranslate } from '~/domain/feedback/report-words-queries.server';
import { can } from '~/domain/identity';
import { addressIn, LANGUAGES, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, document } = await readDraft(actor, params.id, 'translate');
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const report =
    consultation.publishedAt && !consultation.reportedAt
      ? await readReportToTranslate(consultation.id)
      : undefined;
  return {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    mayWrite: can(actor, 'write', bodyIds),
    original: document.originalLanguage,
    languages: document.languages,
    progress: progressOf(translatableOf(document), await translationRecordsOf(consultation.id)),
    reportProgress: report?.translatable.texts.length
      ? progressOf(report.translatable, report.records).filter(({ isPromised }) => isPromised)
      : [],
  };
}

const formSchema = z.object({ draftVersion: z.int(), languages: z.array(languageSchema).default([]) });

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { draftVersion, languages } = form.value;
    await saveDraft(context.get(signedIn), {
      consultationId: params.id,
      draftVersion,
      part: 'languages',
      change: (document) => ({
        ...document,
        languages: promisedLanguages(document.originalLanguage, languages),
      }),
    });
    const address = href('/officer/consultations/:id/languages', { id: params.id });
    return redirect(addressIn(context.get(requestFacts).language, address), 303);
  });
}

/** The languages of a consultation: which are promised, and how each stands (requirements C3). */
export default function Languages({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('translate');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, original, languages, progress, reportProgress, draftVersion, isFrozen, mayWrite } = loaderData;
  const shown = progress.filter((one) => one.isPromised || isBegun(one));
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('overview.title')}</PageTitle>
      <h1>{t('overview.title')}</h1>
      {isFrozen && (
        <>
          {refusal && <ErrorSummary errors={refusal.errors} />}
          <Panel title={t('frozen.title')}>
            <p>{t('frozen.text')}</p>
          </Panel>
        </>
      )}
      <p className="lede">{t('overview.lede', { language: t(`language.${original}`) })}</p>
      {shown.length > 0 ? (
        <ProgressTable
          caption={t('overview.table')}
          progress={shown}
          addressOf={(language) =>
            at(href('/officer/consultations/:id/languages/:language', { id, language }))
          }
        />
      ) : (
        <p>{t('overview.none')}</p>
      )}
      {shown.length > 0 && <p className="soft">{t('overview.legend')}</p>}
      {reportProgress.length > 0 && (
        <section aria-labelledby="report">
          <h2 id="report">{t('report.heading')}</h2>
          <p>{t('report.lede')}</p>
          <ProgressTable
            caption={t('report.table')}
            progress={reportProgress}
            addressOf={(language) =>
              at(href('/officer/consultations/:id/languages/:language/report', { id, language }))
            }
          />
        </section>
      )}
      {mayWrite && !isFrozen && (
        <section aria-labelledby="promise">
          <h2 id="promise">{t('promise.title')}</h2>
          <HubForm refusal={refusal}>
            <input type="hidden" name="draftVersion" value={draftVersion} />
            <CheckboxGroup
              name="languages"
              label={t('promise.label')}
              hint={t('promise.hint')}
              defaultValues={languages}
              choices={LANGUAGES.filter((language) => language !== original).map((language) => ({
                value: language,
                label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
              }))}
            />
            <Button kind={shown.length ? 'secondary' : 'primary'}>{t('promise.save')}</Button>
          </HubForm>
        </section>
      )}
      <p className="after-form">
        <a href={at(href('/officer/consultations/:id/preview/:language?', { id }))}>
          {t('overview.preview')}
        </a>
      </p>
    </>
  );
}
