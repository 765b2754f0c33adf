import { useTranslation } from '~/components/words';
import { data, href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/add-question';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { DraftVersion } from '~/components/questions/draft-version';
import { FrozenNotice } from '~/components/questions/frozen-notice';
import { GoneQuestion } from '~/components/questions/gone-item';
import { QuestionFormFields } from '~/components/questions/question-form';
import { SavedNotice } from '~/components/questions/saved-notice';
import { addressIn } from '~/domain/translation';
import { changeQuestionnaire } from '~/domain/consultation/change-questionnaire.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { HubError } from '~/domain/hub-error';
import {
  addQuestion,
  findQuestion,
  findSection,
  nextQuestionId,
  questionFormSchema,
  questionOf,
  questionsOf,
} from '~/domain/questionnaire';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { consultation, document } = await readDraft(context.get(signedIn), params.id, 'write');
  const section = findSection(document.questionnaire, params.sectionId);
  const saved = new URL(request.url).searchParams.get('saved') ?? '';
  const shown = {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    document,
    section,
    saved: findQuestion(document.questionnaire, saved)?.question,
  };
  return data(shown, section ? 200 : 404);
}

const formSchema = questionFormSchema.safeExtend({
  draftVersion: z.int(),
  next: z.enum(['another', 'list', 'asked-when']).default('list'),
});

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { draftVersion, next } = form.value;
    let added = '';
    await changeQuestionnaire(context.get(signedIn), {
      consultationId: params.id,
      draftVersion,
      change: (questionnaire, { originalLanguage, options }) => {
        if (!findSection(questionnaire, params.sectionId))
          throw new HubError('section-gone', { status: 409 });
        added = nextQuestionId(questionnaire);
        const question = questionOf(form.value, { id: added, language: originalLanguage, options });
        return addQuestion(questionnaire, params.sectionId, question);
      },
    });
    const { language } = context.get(requestFacts);
    const { id, sectionId } = params;
    const address = {
      another: `${href('/officer/consultations/:id/questions/sections/:sectionId/add', { id, sectionId })}?saved=${added}`,
      list: `${href('/officer/consultations/:id/questions', { id })}#question-${added}`,
      'asked-when': href('/officer/consultations/:id/questions/asked-when/:kind/:itemId', {
        id,
        kind: 'question',
        itemId: added,
      }),
    }[next];
    return redirect(addressIn(language, address), 303);
  });
}

/** A new question at the end of a section; several can be written one after another. */
export default function AddQuestion({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, document, section, draftVersion, isFrozen, saved } = loaderData;
  const title = t(section ? 'add.title' : 'gone.section');
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/questions', { id }))}>{t('backToList')}</BackLink>
      {!refusal && (
        <SavedNotice
          question={saved}
          count={questionsOf(document.questionnaire).length}
          original={document.originalLanguage}
        />
      )}
      {section && (
        <p className="eyebrow">
          {t('add.section')} <Text of={section.title} original={document.originalLanguage} />
        </p>
      )}
      <h1>{title}</h1>
      {isFrozen ? (
        <FrozenNotice refusal={refusal} />
      ) : !section ? (
        <GoneQuestion {...loaderData} refusal={refusal} />
      ) : (
        <HubForm refusal={refusal}>
          <DraftVersion version={draftVersion} />
          <QuestionFormFields document={document} />
          <p className="row">
            <Button name="next" value="another">
              {t('add.another')}
            </Button>
            <Button kind="secondary" name="next" value="list">
              {t('add.finish')}
            </Button>
          </p>
          <Button kind="quiet" name="next" value="asked-when">
            {t('add.askedWhen')}
          </Button>
        </HubForm>
      )}
    </>
  );
}
