import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/list';
import { Button, TextArea, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { ImportNotes } from '~/components/questions/import-notes';
import { DraftVersion } from '~/components/questions/draft-version';
import { FrozenNotice } from '~/components/questions/frozen-notice';
import { ProblemList } from '~/components/questions/problem-list';
import { SectionCard } from '~/components/questions/section-card';
import { addressIn } from '~/domain/translation';
import { changeQuestionnaire } from '~/domain/consultation/change-questionnaire.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readDraft } from '~/domain/consultation/consultation-queries.server';
import { can } from '~/domain/identity';
import {
  addSection,
  arrange,
  arrangementSchema,
  nextSectionId,
  questionsOf,
  sectionFields,
  sectionOf,
} from '~/domain/questionnaire';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { consultation, document } = await readDraft(actor, params.id);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const asked = new URL(request.url).searchParams;
  return {
    id: consultation.id,
    draftVersion: consultation.draftVersion,
    isFrozen: consultation.publishedAt !== null,
    mayWrite: can(actor, 'write', bodyIds),
    document,
    notes: asked.getAll('left-out').slice(0, 50),
    moreNotes: Math.min(Number(asked.get('more')) || 0, 1_000_000),
  };
}

const formSchema = z
  .object({
    ...sectionFields,
    do: z.union([z.literal('add-section'), arrangementSchema]),
    draftVersion: z.int(),
  })
  .refine((form) => form.do !== 'add-section' || form.title, {
    path: ['title'],
    message: 'section-title-needed',
  });

export async function action({ request, context, params }: Route.ActionArgs) {
  await consultationFor(context.get(signedIn), 'write', params.id);
  const form = await parseForm(request, formSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { do: asked, draftVersion, ...typed } = form.value;
    let anchor = '';
    await changeQuestionnaire(context.get(signedIn), {
      consultationId: params.id,
      draftVersion,
      change: (questionnaire, document) => {
        if (asked !== 'add-section') {
          anchor = `#${asked.item.kind}-${asked.item.id}`;
          return arrange(questionnaire, asked);
        }
        const id = nextSectionId(questionnaire);
        anchor = `#section-${id}`;
        return addSection(questionnaire, sectionOf(typed, { id, language: document.originalLanguage }));
      },
    });
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/questions', { id: params.id })) + anchor,
      303,
    );
  });
}

/** All questions of a consultation in order, with what is to be mended (requirements R1). */
export default function QuestionList({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, document, isFrozen, draftVersion, notes } = loaderData;
  const isEditable = loaderData.mayWrite && !isFrozen;
  const { sections } = document.questionnaire;
  const isAboutSection = refusal?.typed.do?.[0] === 'add-section';
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('list.title')}</PageTitle>
      <h1>{t('list.title')}</h1>
      <ImportNotes notes={notes} more={loaderData.moreNotes} />
      {isFrozen ? <FrozenNotice refusal={refusal} /> : <p className="lede">{t('list.lede')}</p>}
      {isEditable && <ProblemList consultationId={id} document={document} />}
      {questionsOf(document.questionnaire).length > 0 && (
        <p>
          <a href={at(href('/officer/consultations/:id/preview/:language?', { id }))}>{t('list.preview')}</a>
        </p>
      )}
      {isEditable ? (
        <HubForm refusal={isAboutSection ? undefined : refusal}>
          <DraftVersion version={draftVersion} />
          {sections.map((section) => (
            <SectionCard
              key={section.id}
              consultationId={id}
              section={section}
              document={document}
              isEditable
            />
          ))}
        </HubForm>
      ) : (
        sections.map((section) => (
          <SectionCard
            key={section.id}
            consultationId={id}
            section={section}
            document={document}
            isEditable={false}
          />
        ))
      )}
      {sections.length === 0 && <p>{t('list.empty')}</p>}
      {isEditable && (
        <section aria-labelledby="add-section" className="after-form">
          <h2 id="add-section">{t('list.addSection')}</h2>
          <HubForm refusal={isAboutSection ? refusal : undefined}>
            <DraftVersion version={draftVersion} />
            <TextField name="title" label={t('section.title')} hint={t('section.titleHint')} />
            <TextArea name="introduction" label={t('section.introduction')} isOptional rows={3} />
            <Button kind={sections.length ? 'secondary' : 'primary'} name="do" value="add-section">
              {t('list.addSection')}
            </Button>
          </HubForm>
        </section>
      )}
      <p className="after-form">
        <a href={at(href('/officer/consultations/:id/file', { id }))}>{t('list.download')}</a>
      </p>
    </>
  );
}
