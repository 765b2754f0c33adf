import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/asked-when';
import { PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { ConditionForm } from '~/components/questions/condition-form';
import { FrozenNotice } from '~/components/questions/frozen-notice';
import { addressesOf } from '~/components/questions/item-addresses';
import { QuestionCondition } from '~/components/reading/question-condition';
import { addressIn } from '~/domain/translation';
import { changeQuestionnaire } from '~/domain/consultation/change-questionnaire.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { notFound } from '~/domain/hub-error';
import {
  changeCondition,
  conditionChangeSchema,
  conditionOf,
  findItem,
  itemOf,
  questionsBefore,
  withCondition,
} from '~/domain/questionnaire';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { consultation, document } = await readDraft(context.get(signedIn), params.id, 'write');
  const item = itemOf(params.kind, params.itemId);
  const found = item && findItem(document.questionnaire, item);
  if (!item || !found) throw notFound();
  const earlier = questionsBefore(document.questionnaire, item);
  const about = new URL(request.url).searchParams.get('about');
  return {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    original: document.originalLanguage,
    questionnaire: document.questionnaire,
    item,
    name: found.name,
    condition: conditionOf(document.questionnaire, item),
    earlier,
    about: earlier.find(({ id }) => id === about),
  };
}

const formSchema = conditionChangeSchema.extend({ draftVersion: z.int() });

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const item = itemOf(params.kind, params.itemId);
    if (!item) throw notFound();
    await changeQuestionnaire(context.get(signedIn), {
      consultationId: params.id,
      draftVersion: form.value.draftVersion,
      change: (questionnaire) => {
        if (!findItem(questionnaire, item)) throw notFound();
        const changed = changeCondition(
          conditionOf(questionnaire, item),
          form.value,
          questionsBefore(questionnaire, item),
        );
        return withCondition(questionnaire, item, changed);
      },
    });
    const { askedWhen, inList } = addressesOf(params.id, item);
    const chosen = form.value.do === 'choose' && form.value.question;
    const address =
      form.value.do === 'done' ? inList : askedWhen + (chosen ? `?about=${chosen}#add-test` : '');
    return redirect(addressIn(context.get(requestFacts).language, address), 303);
  });
}

/** On which earlier answers a question or a section hangs: one test after another (requirements R1). */
export default function AskedWhen({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, isFrozen, original, questionnaire, item, name, condition } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t(`askedWhen.${item.kind}.title`)}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/questions', { id }))}>{t('backToList')}</BackLink>
      <p className="eyebrow">
        <Text of={name} original={original} />
      </p>
      <h1>{t(`askedWhen.${item.kind}.title`)}</h1>
      {isFrozen ? (
        <>
          <FrozenNotice refusal={refusal} />
          <QuestionCondition condition={condition} questionnaire={questionnaire} original={original} />
        </>
      ) : (
        <ConditionForm {...loaderData} refusal={refusal} />
      )}
    </>
  );
}
