import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/remove-item';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { DraftVersion } from '~/components/questions/draft-version';
import { FrozenNotice } from '~/components/questions/frozen-notice';
import { addressIn } from '~/domain/translation';
import { changeQuestionnaire } from '~/domain/consultation/change-questionnaire.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { notFound } from '~/domain/hub-error';
import { findItem, itemOf, itemsAskedAfter, questionsIn, removeItem } from '~/domain/questionnaire';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { consultation, document } = await readDraft(context.get(signedIn), params.id, 'write');
  const { questionnaire } = document;
  const item = itemOf(params.kind, params.itemId);
  const found = item && findItem(questionnaire, item);
  if (!item || !found) throw notFound();
  const gone = new Set(questionsIn(questionnaire, item).map(({ id }) => id));
  return {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    original: document.originalLanguage,
    kind: item.kind,
    name: found.name,
    questionCount: gone.size,
    askedAfter: itemsAskedAfter(questionnaire, gone).flatMap((other) => findItem(questionnaire, other) ?? []),
  };
}

const formSchema = z.object({ draftVersion: z.int() });

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await changeQuestionnaire(context.get(signedIn), {
      consultationId: params.id,
      draftVersion: form.value.draftVersion,
      change: (questionnaire) => {
        const item = itemOf(params.kind, params.itemId);
        if (!item || !findItem(questionnaire, item)) throw notFound();
        return removeItem(questionnaire, item);
      },
    });
    const list = href('/officer/consultations/:id/questions', { id: params.id });
    return redirect(addressIn(context.get(requestFacts).language, list), 303);
  });
}

/** Asks once more before a question or a whole section is taken out, and says what hangs on it. */
export default function RemoveItem({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, draftVersion, isFrozen, original, kind, name, questionCount, askedAfter } = loaderData;
  const list = at(href('/officer/consultations/:id/questions', { id }));
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t(`remove.${kind}.title`)}</PageTitle>
      <BackLink href={list}>{t('backToList')}</BackLink>
      <h1>{t(`remove.${kind}.title`)}</h1>
      <blockquote>
        <p>
          <Text of={name} original={original} />
        </p>
      </blockquote>
      {isFrozen ? (
        <FrozenNotice refusal={refusal} />
      ) : (
        <HubForm refusal={refusal}>
          <DraftVersion version={draftVersion} />
          {kind === 'section' && <p>{t('remove.section.questions', { count: questionCount })}</p>}
          {askedAfter.length > 0 && (
            <>
              <p>{t('remove.askedAfter', { count: askedAfter.length })}</p>
              <ul>
                {askedAfter.map((item) => (
                  <li key={item.id}>
                    <Text of={item.name} original={original} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="row">
            <Button kind="danger">{t(`remove.${kind}.confirm`)}</Button>
            <a href={list}>{t('remove.keep')}</a>
          </p>
        </HubForm>
      )}
    </>
  );
}
