import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/publishing';
import { Button, TextArea } from '~/components/fields';
import { HubForm } from '~/components/form';
import { useAt, useLanguage } from '~/components/language';
import { AnsweringPage, DraftKey } from '~/components/respond/answering-page';
import { frameOf } from '~/components/respond/frame';
import { IndividualPublishing, OrganisationPublishing } from '~/components/respond/publishing-fields';
import { backPath } from '~/components/respond/step-path';
import { journeyOf, publishingFormFor, PUBLISHING_ASKED, stepAfter, stepOf } from '~/domain/response';
import { savePublishing } from '~/domain/response/save-draft.server';
import {
  addressAfter,
  comesFromCheck,
  openAnswering,
  requireOwnForm,
  requireReached,
} from '~/middleware/answering.server';
import { attempt, parseForm } from '~/middleware/forms.server';

/** What may become public, each permission asked on its own, and what is to be kept confidential. */
export async function loader(args: Route.LoaderArgs) {
  const answering = await openAnswering(args);
  const { draft, journey, language } = answering;
  const step = requireReached(args, answering, stepOf(journey, 'publishing'));
  return {
    frame: frameOf(draft, language),
    about: draft.about,
    wasAsked: draft.visited.includes(PUBLISHING_ASKED),
    back: backPath(draft.slug, journey, step, comesFromCheck(args.request)),
  };
}

export async function action(args: Route.ActionArgs) {
  const answering = await openAnswering(args);
  const { draft, questionnaire, language } = answering;
  const form = await parseForm(args.request, publishingFormFor(draft.about));
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    requireReached(args, answering, stepOf(answering.journey, 'publishing'));
    requireOwnForm(form.fields, draft);
    const journey = journeyOf(questionnaire, await savePublishing(draft, form.value, language));
    const step = stepOf(journey, 'publishing');
    return redirect(addressAfter(args, journey, step && stepAfter(journey, step)), 303);
  });
}

export default function Publishing({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const refusal = useActionData<typeof action>();
  const { frame, about, wasAsked, back } = loaderData;
  const language = useLanguage();
  const at = useAt();
  const isOrganisation = about.standing === 'organisation';
  return (
    <AnsweringPage frame={frame} title={t('publishing.title')} back={back} isRefused={!!refusal}>
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <h1>{t('publishing.title')}</h1>
        {isOrganisation ? (
          <OrganisationPublishing about={about} wasAsked={wasAsked} />
        ) : (
          <IndividualPublishing
            about={about}
            wasAsked={wasAsked}
            nameAddress={at(href('/respond/:slug/about', { slug: frame.slug }))}
          />
        )}
        <h2>{t('publishing.confidential.title')}</h2>
        <p>{t('start.confidential.ask')}</p>
        <p>{t('start.confidential.law')}</p>
        <TextArea
          name="confidentialReason"
          label={t('publishing.confidential.label')}
          hint={t(
            isOrganisation ? 'publishing.confidential.hintOrganisation' : 'publishing.confidential.hint',
          )}
          isOptional
          rows={4}
          lang={language}
          defaultValue={about.confidentialReason}
        />
        <Button>{t('continue')}</Button>
      </HubForm>
    </AnsweringPage>
  );
}
