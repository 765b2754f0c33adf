import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/suggestions';
import { ReadingWay } from '~/components/analysis/reading-way';
import { TextQuestionName } from '~/components/analysis/text-question-name';
import { Button, CheckboxGroup } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text } from '~/components/language';
import { useTranslation } from '~/components/words';
import { acceptSuggestions } from '~/domain/analysis/accept-suggestions.server';
import { textQuestion } from '~/domain/analysis/analysis-access.server';
import { readingProgress } from '~/domain/analysis/codebook-queries.server';
import { acceptFormSchema } from '~/domain/analysis/reading-forms';
import { suggestionsOf } from '~/domain/analysis/suggestion-queries.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params: { id, questionId } }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'read', id);
  const question = await textQuestion(id, questionId);
  const [suggestions, [progress]] = await Promise.all([
    suggestionsOf(id, questionId),
    readingProgress(id, questionId),
  ]);
  return {
    id,
    question,
    original: languageSchema.parse(consultation.originalLanguage),
    suggestions,
    unread: progress?.unread ?? 0,
  };
}

export async function action({ request, context, params: { id, questionId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'read', id);
  const form = await parseForm(request, acceptFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    await acceptSuggestions(actor, id, {
      questionId,
      ...(value.intent === 'accept' && { themeIds: value.themes }),
    });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/suggestions/:questionId', { id, questionId })),
      303,
    );
  });
}

/** Unread texts that are just a theme's name or match, theme by theme: a person accepts some or all of them. */
export default function Suggestions({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const refusal = useActionData<typeof action>();
  const { id, question, original, suggestions, unread } = loaderData;
  const texts = suggestions.reduce((sum, one) => sum + one.texts, 0);
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('suggestions.title')}</PageTitle>
      <ReadingWay id={id} questionId={question.id} current="suggestions" />
      <h1>{t('suggestions.title')}</h1>
      <p className="lede">
        <TextQuestionName question={question} original={original} />
      </p>
      <p>{t('suggestions.text')}</p>
      {suggestions.length === 0 ? (
        <p>{t('suggestions.none', { count: unread })}</p>
      ) : (
        <HubForm refusal={refusal}>
          <p>{t('suggestions.count', { count: texts, unread })}</p>
          <div className="row">
            <Button name="intent" value="accept-all">
              {t('suggestions.acceptAll')}
            </Button>
          </div>
          <CheckboxGroup
            name="themes"
            label={t('suggestions.choose')}
            choices={suggestions.map((one) => ({
              value: one.themeId,
              label: (
                <>
                  <strong>
                    <Text of={one.name} original={original} />
                  </strong>{' '}
                  {t('suggestions.responses', { count: one.responses })}
                </>
              ),
              hint: <bdi>{one.examples.join(' · ')}</bdi>,
            }))}
          />
          <Button name="intent" value="accept" kind="secondary">
            {t('suggestions.accept')}
          </Button>
        </HubForm>
      )}
    </>
  );
}
