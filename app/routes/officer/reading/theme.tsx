import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/theme';
import { ThemeFields } from '~/components/analysis/theme-fields';
import { Button, SelectField } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { Text, useAt, useLanguage } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { changeTheme, mergeThemes, retireTheme } from '~/domain/analysis/change-codebook.server';
import { themesOf } from '~/domain/analysis/codebook-queries.server';
import { themeFormSchema } from '~/domain/analysis/reading-forms';
import { textQuestion } from '~/domain/analysis/analysis-access.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { notFound } from '~/domain/hub-error';
import { addressIn, localize } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params: { id, questionId, themeId } }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'read', id);
  await textQuestion(id, questionId);
  const [{ languages, originalLanguage }, themes] = await Promise.all([
    frozenDocument(id),
    themesOf(id, questionId),
  ]);
  const inUse = themes.filter(({ isRetired }) => !isRetired);
  const theme = themes.find((one) => one.id === themeId);
  if (!theme) throw notFound();
  return {
    id,
    questionId,
    theme,
    originalLanguage,
    languages: [originalLanguage, ...languages.filter((language) => language !== originalLanguage)],
    others: theme.isRetired ? [] : inUse.filter((one) => one.id !== themeId),
  };
}

export async function action({ request, context, params: { id, questionId, themeId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'read', id);
  await textQuestion(id, questionId);
  const form = await parseForm(request, themeFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    if (value.intent === 'change') await changeTheme(actor, id, { questionId, themeId, ...value });
    else if (value.intent === 'merge')
      await mergeThemes(actor, id, { questionId, themeId, intoId: value.into });
    else await retireTheme(actor, id, { questionId, themeId });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/codebook/:questionId', { id, questionId })),
      303,
    );
  });
}

/** One theme: its name and what suggests it; merging it into another; taking it out of use. */
export default function Theme({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const at = useAt();
  const language = useLanguage();
  const refusal = useActionData<typeof action>();
  const { id, questionId, theme, originalLanguage, languages, others } = loaderData;
  const intent = refusal?.typed['intent']?.[0] ?? '';
  /** Each form shows what is wrong with it; what was meant for none of them is said at the top. */
  const forms = ['change', ...(others.length > 0 ? ['merge'] : []), ...(theme.isRetired ? [] : ['retire'])];
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>
        {localize(theme.name, language, originalLanguage).text}
      </PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/codebook/:questionId', { id, questionId }))}>
        {t('codebook.title')}
      </BackLink>
      {refusal && !forms.includes(intent) && <ErrorSummary errors={refusal.errors} />}
      <h1>
        <Text of={theme.name} original={originalLanguage} />
      </h1>
      <p>{t('theme.responses', { count: theme.responses })}</p>
      <HubForm refusal={intent === 'change' ? refusal : undefined}>
        <ThemeFields languages={languages} {...theme} />
        <Button name="intent" value="change">
          {t('theme.save')}
        </Button>
      </HubForm>
      {others.length > 0 && (
        <>
          <h2>{t('merge.title')}</h2>
          <p>{t('merge.text')}</p>
          <HubForm refusal={intent === 'merge' ? refusal : undefined}>
            <SelectField
              name="into"
              label={t('merge.into')}
              emptyLabel={t('merge.choose')}
              choices={others.map((other) => ({
                value: other.id,
                label: localize(other.name, language, originalLanguage).text,
              }))}
            />
            <Button name="intent" value="merge" kind="secondary">
              {t('merge.button')}
            </Button>
          </HubForm>
        </>
      )}
      {!theme.isRetired && (
        <>
          <h2>{t('retire.title')}</h2>
          <p>{t('retire.text')}</p>
          <HubForm refusal={intent === 'retire' ? refusal : undefined}>
            <Button name="intent" value="retire" kind="danger">
              {t('retire.button')}
            </Button>
          </HubForm>
        </>
      )}
    </>
  );
}
