import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/texts';
import { ReadingWay } from '~/components/analysis/reading-way';
import { TextQuestionName } from '~/components/analysis/text-question-name';
import { useWhen } from '~/components/arrivals/use-when';
import { Button } from '~/components/fields';
import { ErrorSummary, HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { Pages, Tag } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { textQuestion } from '~/domain/analysis/analysis-access.server';
import { undoReading } from '~/domain/analysis/read-text.server';
import { undoFormSchema } from '~/domain/analysis/reading-forms';
import { listReadTexts } from '~/domain/analysis/reading-queries.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { positiveIn } from '~/middleware/search-parameters';

export async function loader({ request, context, params: { id, questionId } }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'read', id);
  const question = await textQuestion(id, questionId);
  const page = positiveIn(new URL(request.url).searchParams, 'page') ?? 1;
  return {
    id,
    question,
    page,
    zone: consultation.zone,
    original: languageSchema.parse(consultation.originalLanguage),
    isReported: consultation.reportedAt !== null,
    ...(await listReadTexts(id, questionId, { page })),
  };
}

export async function action({ request, context, params: { id, questionId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'read', id);
  const form = await parseForm(request, undoFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await undoReading(actor, id, { questionId, textKey: form.value.textKey });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/reading/:questionId/texts', { id, questionId })),
      303,
    );
  });
}

/** What has been read, the last first, each with its themes and a way to change or undo it. */
export default function ReadTexts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('reading');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, question, page, zone, original, isReported, texts, hasMore } = loaderData;
  const when = useWhen(zone);
  const params = { id, questionId: question.id };
  const address = at(href('/officer/consultations/:id/reading/:questionId/texts', params));
  const read = at(href('/officer/consultations/:id/reading/:questionId', params));
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('texts.title')}</PageTitle>
      <ReadingWay id={id} questionId={question.id} current="texts" />
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <h1>{t('texts.title')}</h1>
      <p className="lede">
        <TextQuestionName question={question} original={original} />
      </p>
      {texts.length === 0 && <p>{t('texts.none')}</p>}
      <ul className="card-list">
        {texts.map(({ textKey, text, times, readBy, readAt, fromSuggestion, themes }) => (
          <li key={textKey}>
            <blockquote className="written">
              <bdi>{text}</bdi>
            </blockquote>
            <p>
              {themes.map((name, index) => (
                <Tag key={index}>
                  <Text of={name} original={original} />
                </Tag>
              ))}
              {themes.length === 0 && <Tag>{t('texts.noTheme')}</Tag>}
            </p>
            <p className="soft">
              {times > 1 && t('read.times', { count: times })}{' '}
              {t(fromSuggestion ? 'texts.accepted' : 'texts.readBy', {
                name: readBy ?? '',
                when: when.at(readAt),
              })}
            </p>
            {!isReported && (
              <div className="row">
                <a href={`${read}?text=${encodeURIComponent(textKey)}`}>{t('texts.change')}</a>
                <HubForm>
                  <input type="hidden" name="textKey" value={textKey} />
                  <Button name="intent" value="undo" kind="quiet">
                    {t('texts.undo')}
                  </Button>
                </HubForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Pages
        previous={page > 1 ? `${address}?page=${page - 1}` : undefined}
        next={hasMore ? `${address}?page=${page + 1}` : undefined}
      />
    </>
  );
}
