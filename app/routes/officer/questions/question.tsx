import { useTranslation } from '~/components/words';
import { data, href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/question';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { DraftVersion } from '~/components/questions/draft-version';
import { FrozenNotice } from '~/components/questions/frozen-notice';
import { GoneQuestion } from '~/components/questions/gone-item';
import { addressesOf } from '~/components/questions/item-addresses';
import { QuestionFormFields } from '~/components/questions/question-form';
import { FrozenQuestion } from '~/components/reading/frozen-question';
import { addressIn } from '~/domain/translation';
import { changeQuestionnaire } from '~/domain/consultation/change-questionnaire.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { HubError } from '~/domain/hub-error';
import { changeQuestion, findQuestion, questionFormSchema, questionOf } from '~/domain/questionnaire';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { consultation, document } = await readDraft(context.get(signedIn), params.id, 'write');
  const found = findQuestion(document.questionnaire, params.questionId);
  const shown = {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    document,
    question: found?.question,
  };
  return data(shown, found ? 200 : 404);
}

const formSchema = questionFormSchema.safeExtend({
  draftVersion: z.int(),
  next: z.enum(['list', 'asked-when']).default('list'),
});

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { draftVersion, next } = form.value;
    await changeQuestionnaire(context.get(signedIn), {
      consultationId: params.id,
      draftVersion,
      change: (questionnaire, { originalLanguage, options }) => {
        if (!findQuestion(questionnaire, params.questionId))
          throw new HubError('question-gone', { status: 409 });
        return changeQuestion(questionnaire, params.questionId, (before) =>
          questionOf(form.value, { id: before.id, language: originalLanguage, options, before }),
        );
      },
    });
    const addresses = addressesOf(params.id, { kind: 'question', id: params.questionId });
    const address = next === 'list' ? addresses.inList : addresses.askedWhen;
    return redirect(addressIn(context.get(requestFacts).language, address), 303);
  });
}

/** One question, to be changed in the language it was written in. */
export default function EditQuestion({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, document, question, draftVersion, isFrozen } = loaderData;
  const title = t(question ? 'edit.title' : 'gone.question');
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/questions', { id }))}>{t('backToList')}</BackLink>
      <h1>{title}</h1>
      {isFrozen ? (
        <>
          <FrozenNotice refusal={refusal} />
          {question && (
            <FrozenQuestion
              question={question}
              questionnaire={document.questionnaire}
              original={document.originalLanguage}
            />
          )}
        </>
      ) : !question ? (
        <GoneQuestion {...loaderData} refusal={refusal} />
      ) : (
        <>
          {document.languages.length > 1 && <p>{t('edit.translations')}</p>}
          <HubForm refusal={refusal}>
            <DraftVersion version={draftVersion} />
            <QuestionFormFields document={document} question={question} />
            <p className="row">
              <Button name="next" value="list">
                {t('edit.save')}
              </Button>
              <Button kind="secondary" name="next" value="asked-when">
                {t('add.askedWhen')}
              </Button>
            </p>
          </HubForm>
        </>
      )}
    </>
  );
}
