import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/codebook';
import { ReadingWay } from '~/components/analysis/reading-way';
import { TextQuestionName } from '~/components/analysis/text-question-name';
import { ThemeFields } from '~/components/analysis/theme-fields';
import { Button, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { DataTable, Tag } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { textQuestion } from '~/domain/analysis/analysis-access.server';
import { createTheme } from '~/domain/analysis/change-codebook.server';
import { themesOf } from '~/domain/analysis/codebook-queries.server';
import { makeThemes } from '~/domain/analysis/make-themes.server';
import { codebookFormSchema } from '~/domain/analysis/reading-forms';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params: { id, questionId } }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'read', id);
  const question = await textQuestion(id, questionId);
  const [{ languages, originalLanguage }, themes] = await Promise.all([
    frozenDocument(id),
    themesOf(id, questionId),
  ]);
  return {
    id,
    question,
    originalLanguage,
    languages: [originalLanguage, ...languages.filter((language) => language !== originalLanguage)],
    isReported: consultation.reportedAt !== null,
    inUse: themes.filter(({ isRetired }) => !isRetired),
    retired: themes.filter(({ isRetired, responses }) => isRetired && responses > 0),
  };
}

export async function action({ request, context, params: { id, questionId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'read', id);
  const form = await parseForm(request, codebookFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    const { language } = context.get(requestFacts);
    if (value.intent === 'make') {
      await makeThemes(actor, id, { questionId, atLeast: value.atLeast });
      return redirect(
        addressIn(language, href('/officer/consultations/:id/suggestions/:questionId', { id, questionId })),
        303,
      );
    }
    await createTheme(actor, id, { questionId, ...value });
    return redirect(
      addressIn(language, href('/officer/consultations/:id/codebook/:questionId', { id, questionId })),
      303,
    );
  });
}

/** The themes of one question, with how many responses are under each, and how to add more. */
export default function Codebook({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, question, originalLanguage, languages, isReported, inUse, retired } = loaderData;
  const isMake = refusal?.typed['intent']?.includes('make');
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('codebook.title')}</PageTitle>
      <ReadingWay id={id} questionId={question.id} current="codebook" />
      <h1>{t('codebook.title')}</h1>
      <p className="lede">
        <TextQuestionName question={question} original={originalLanguage} />
      </p>
      {inUse.length === 0 ? (
        <p>{t('codebook.none')}</p>
      ) : (
        <DataTable
          caption={t('codebook.caption')}
          columns={[
            { label: t('codebook.theme') },
            { label: t('codebook.responses'), isNumber: true },
            { label: t('codebook.suggestedBy') },
          ]}
          rows={[...inUse, ...retired].map((theme) => [
            <>
              <a
                href={at(
                  href('/officer/consultations/:id/codebook/:questionId/:themeId', {
                    id,
                    questionId: question.id,
                    themeId: theme.id,
                  }),
                )}
              >
                <Text of={theme.name} original={originalLanguage} />
              </a>{' '}
              {theme.isRetired && <Tag>{t('codebook.retired')}</Tag>}
            </>,
            t('codebook.number', { value: theme.responses }),
            <bdi key="matches">{theme.matches.slice(0, 5).join(' · ')}</bdi>,
          ])}
        />
      )}
      {!isReported && (
        <>
          <h2>{t('create.title')}</h2>
          <HubForm refusal={isMake ? undefined : refusal}>
            <ThemeFields languages={languages} />
            <Button name="intent" value="create">
              {t('create.button')}
            </Button>
          </HubForm>
          <h2>{t('make.title')}</h2>
          <p>{t('make.text')}</p>
          <HubForm refusal={isMake ? refusal : undefined}>
            <TextField
              name="atLeast"
              label={t('make.atLeast')}
              inputMode="numeric"
              width="short"
              defaultValue="3"
            />
            <Button name="intent" value="make" kind="secondary">
              {t('make.button')}
            </Button>
          </HubForm>
        </>
      )}
    </>
  );
}
