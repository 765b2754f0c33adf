import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/read';
import { ReadingWay } from '~/components/analysis/reading-way';
import { TextForm } from '~/components/analysis/text-form';
import { TextQuestionName } from '~/components/analysis/text-question-name';
import { Button, ButtonLink } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { suggestingTexts } from '~/domain/analysis';
import { textQuestion } from '~/domain/analysis/analysis-access.server';
import { readingProgress, themesToReadUnder } from '~/domain/analysis/codebook-queries.server';
import { logLook } from '~/domain/analysis/log-look.server';
import { readText } from '~/domain/analysis/read-text.server';
import { NO_THEME, readingFormSchema } from '~/domain/analysis/reading-forms';
import { nextUnread, readOneText } from '~/domain/analysis/reading-queries.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { normaliseText } from '~/domain/questionnaire';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

/** Themes are picked by keyboard with a widget; without script they are boxes to tick. */
export const handle = { scripts: true };

export async function loader({ request, context, params: { id, questionId } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'read', id);
  const question = await textQuestion(id, questionId);
  await logLook(actor, consultation, 'reading');
  const key = (name: string) =>
    new URL(request.url).searchParams.get(name)?.replaceAll('\u0000', '').slice(0, 100) || undefined;
  const textKey =
    key('text') ?? (await nextUnread(id, questionId, { readerId: actor.userId, after: key('after') }));
  const [text, themes, [progress]] = await Promise.all([
    textKey === undefined ? undefined : readOneText(id, questionId, textKey),
    themesToReadUnder(id, questionId),
    readingProgress(id, questionId),
  ]);
  const same = text && normaliseText(text.text);
  const choices = themes
    .filter((theme) => !theme.isRetired || text?.reading?.themeIds.includes(theme.id))
    .map((theme) => ({
      value: theme.id,
      name: theme.name,
      isSuggested: same !== undefined && !text?.reading && suggestingTexts(theme).includes(same),
    }));
  return {
    id,
    question,
    original: languageSchema.parse(consultation.originalLanguage),
    isReported: consultation.reportedAt !== null,
    text,
    choices: [...choices, { value: NO_THEME, name: undefined, isSuggested: false }],
    hasThemes: choices.length > 0,
    texts: progress?.texts ?? 0,
    unread: progress?.unread ?? 0,
  };
}

export async function action({ request, context, params: { id, questionId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'read', id);
  const form = await parseForm(request, readingFormSchema);
  if (!form.ok) return form.refusal;
  const { textKey, themes, isChange } = form.value;
  return attempt(form, async () => {
    await readText(actor, id, {
      questionId,
      textKey,
      themeIds: themes.filter((theme) => theme !== NO_THEME),
      isChange: isChange === 'yes',
    });
    const { language } = context.get(requestFacts);
    const address = addressIn(
      language,
      href('/officer/consultations/:id/reading/:questionId', { id, questionId }),
    );
    return redirect(`${address}?after=${encodeURIComponent(textKey)}`, 303);
  });
}

/** One text after another, each put under themes and saved; the next one comes by itself. */
export default function Read({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, question, original, isReported, text, choices, hasThemes, texts, unread } = loaderData;
  const params = { id, questionId: question.id };
  const address = at(href('/officer/consultations/:id/reading/:questionId', params));
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('read.title')}</PageTitle>
      <ReadingWay id={id} questionId={question.id} current="read" />
      <h1 className="reading-question">
        <TextQuestionName question={question} original={original} />
      </h1>
      <p className="soft">{t('read.progress', { read: texts - unread, count: texts })}</p>
      {!text && (
        <Panel tone="good" title={t('read.done')}>
          <p>
            <ButtonLink href={at(href('/officer/consultations/:id/reading', { id }))}>
              {t('way.overview')}
            </ButtonLink>
          </p>
        </Panel>
      )}
      {text && (
        <HubForm refusal={refusal} action={`${address}?text=${encodeURIComponent(text.textKey)}`}>
          <blockquote
            className="written text-to-read"
            dir="auto"
            lang={text.languages.length === 1 ? text.languages[0] : undefined}
          >
            {text.text}
          </blockquote>
          <p className="row soft">
            {text.times > 1 && <span>{t('read.times', { count: text.times })}</span>}
            {text.responseIds.map((responseId, index) => (
              <a
                key={responseId}
                href={at(href('/officer/consultations/:id/responses/:responseId', { id, responseId }))}
              >
                {t('read.response', { number: index + 1, count: text.responseIds.length })}
              </a>
            ))}
            <a
              href={`${at(href('/officer/consultations/:id/risk/flag', { id }))}?response=${text.responseIds[0]}`}
            >
              {t('read.flag')}
            </a>
          </p>
          {text.reading && <p>{t('read.already', { name: text.reading.readBy ?? '' })}</p>}
          {!hasThemes && (
            <Panel title={t('read.noThemes')}>
              <p>
                <ButtonLink href={at(href('/officer/consultations/:id/codebook/:questionId', params))}>
                  {t('create.title')}
                </ButtonLink>
              </p>
            </Panel>
          )}
          <TextForm text={text} choices={choices} noTheme={NO_THEME} original={original} />
          {!isReported && (
            <div className="row">
              <Button name="intent" value="read">
                {t('read.save')}
              </Button>
              <a href={`${address}?after=${encodeURIComponent(text.textKey)}`} accessKey="n">
                {t('read.skip')}
              </a>
            </div>
          )}
        </HubForm>
      )}
    </>
  );
}
