import { useTranslation } from '~/components/words';
import { redirect, useActionData } from 'react-router';
import type { Route } from './+types/organisation';
import { Button, RadioGroup, TextArea, TextField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useLanguage } from '~/components/language';
import { AnsweringPage, DraftKey } from '~/components/respond/answering-page';
import { frameOf } from '~/components/respond/frame';
import { backPath } from '~/components/respond/step-path';
import { journeyOf, organisationFormSchema, stepAfter, stepOf, type Organisation } from '~/domain/response';
import { saveOrganisation } from '~/domain/response/save-draft.server';
import {
  addressAfter,
  comesFromCheck,
  openAnswering,
  requireOwnForm,
  requireReached,
} from '~/middleware/answering.server';
import { attempt, parseForm } from '~/middleware/forms.server';

/** For whom an organisation answers, and what its answer rests on. */
export async function loader(args: Route.LoaderArgs) {
  const answering = await openAnswering(args);
  const { draft, journey, language } = answering;
  const step = requireReached(args, answering, stepOf(journey, 'organisation'));
  const back = backPath(draft.slug, journey, step, comesFromCheck(args.request));
  return { frame: frameOf(draft, language), organisation: draft.about.organisation, back };
}

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, organisationFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const answering = await openAnswering(args);
    const { draft, questionnaire, language } = answering;
    requireReached(args, answering, stepOf(answering.journey, 'organisation'));
    requireOwnForm(form.fields, draft);
    const journey = journeyOf(questionnaire, await saveOrganisation(draft, form.value, language));
    const step = stepOf(journey, 'organisation');
    return redirect(addressAfter(args, journey, step && stepAfter(journey, step)), 303);
  });
}

export default function OrganisationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const refusal = useActionData<typeof action>();
  const { frame, organisation, back } = loaderData;
  const language = useLanguage();
  return (
    <AnsweringPage frame={frame} title={t('organisation.title')} back={back} isRefused={!!refusal}>
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <h1>{t('organisation.title')}</h1>
        <p className="lede">{t('organisation.lede')}</p>
        <TextField
          name="name"
          label={t('organisation.name')}
          autoComplete="organization"
          lang={language}
          defaultValue={organisation?.name}
        />
        <TextArea
          name="onBehalfOf"
          label={t('organisation.onBehalfOf.label')}
          hint={t('organisation.onBehalfOf.hint')}
          isOptional
          rows={3}
          lang={language}
          defaultValue={organisation?.onBehalfOf}
        />
        <RadioGroup
          name="basis"
          label={t('organisation.basis.label')}
          choices={[
            {
              value: 'asked',
              label: t('organisation.basis.asked'),
              detail: <WhoWasAsked organisation={organisation} />,
            },
            {
              value: 'knowledge',
              label: t('organisation.basis.knowledge'),
              hint: t('organisation.basis.knowledgeHint'),
            },
          ]}
          defaultValues={organisation ? [organisation.basis] : []}
        />
        <Button>{t('continue')}</Button>
      </HubForm>
    </AnsweringPage>
  );
}

function WhoWasAsked({ organisation }: { organisation: Organisation | undefined }) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  return (
    <div className="revealed">
      <TextField
        name="askedCount"
        label={t('organisation.askedCount.label')}
        hint={t('organisation.askedCount.hint')}
        inputMode="numeric"
        width="short"
        defaultValue={organisation?.askedCount?.toString()}
      />
      <TextArea
        name="askedHow"
        label={t('organisation.askedHow.label')}
        hint={t('organisation.askedHow.hint')}
        rows={4}
        lang={language}
        defaultValue={organisation?.askedHow}
      />
    </div>
  );
}
