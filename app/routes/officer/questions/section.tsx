import { useTranslation } from '~/components/words';
import { data, href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/section';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { DraftVersion } from '~/components/questions/draft-version';
import { FrozenNotice } from '~/components/questions/frozen-notice';
import { GoneSection } from '~/components/questions/gone-item';
import { addressesOf } from '~/components/questions/item-addresses';
import { SectionFormFields } from '~/components/questions/section-form';
import { addressIn } from '~/domain/translation';
import { changeQuestionnaire } from '~/domain/consultation/change-questionnaire.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { HubError } from '~/domain/hub-error';
import { changeSection, findSection, sectionFormSchema, sectionOf } from '~/domain/questionnaire';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { consultation, document } = await readDraft(context.get(signedIn), params.id, 'write');
  const section = findSection(document.questionnaire, params.sectionId);
  const shown = {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    document,
    section,
  };
  return data(shown, section ? 200 : 404);
}

const formSchema = sectionFormSchema.extend({ draftVersion: z.int() });

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await changeQuestionnaire(context.get(signedIn), {
      consultationId: params.id,
      draftVersion: form.value.draftVersion,
      change: (questionnaire, { originalLanguage: language }) => {
        if (!findSection(questionnaire, params.sectionId))
          throw new HubError('section-gone', { status: 409 });
        return changeSection(questionnaire, params.sectionId, (before) =>
          sectionOf(form.value, { id: before.id, language, before }),
        );
      },
    });
    const { inList } = addressesOf(params.id, { kind: 'section', id: params.sectionId });
    return redirect(addressIn(context.get(requestFacts).language, inList), 303);
  });
}

/** The words of a section, in the language it was written in. */
export default function EditSection({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, document, section, draftVersion, isFrozen } = loaderData;
  const title = t(section ? 'section.edit' : 'gone.section');
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/questions', { id }))}>{t('backToList')}</BackLink>
      <h1>{title}</h1>
      {isFrozen ? (
        <FrozenNotice refusal={refusal} />
      ) : !section ? (
        <GoneSection {...loaderData} refusal={refusal} />
      ) : (
        <HubForm refusal={refusal}>
          <DraftVersion version={draftVersion} />
          <SectionFormFields original={document.originalLanguage} section={section} />
          <Button>{t('edit.save')}</Button>
        </HubForm>
      )}
    </>
  );
}
