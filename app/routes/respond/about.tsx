import { useTranslation } from '~/components/words';
import { redirect, useActionData } from 'react-router';
import type { Route } from './+types/about';
import { Button, Checkbox, RadioGroup, TextField } from '~/components/fields';
import { HubForm } from '~/components/form';
import { AnsweringPage, DraftKey } from '~/components/respond/answering-page';
import { frameOf } from '~/components/respond/frame';
import { backPath } from '~/components/respond/step-path';
import { contactFormSchema, journeyOf, stepAfter, stepOf } from '~/domain/response';
import { saveAbout } from '~/domain/response/save-draft.server';
import {
  addressAfter,
  comesFromCheck,
  openAnswering,
  requireOwnForm,
  requireReached,
} from '~/middleware/answering.server';
import { attempt, parseForm } from '~/middleware/forms.server';

/** Who answers: oneself or an organisation; name and e-mail address if one likes. */
export async function loader(args: Route.LoaderArgs) {
  const answering = await openAnswering(args);
  const { draft, journey, language } = answering;
  const step = requireReached(args, answering, stepOf(journey, 'about'));
  const back = backPath(draft.slug, journey, step, comesFromCheck(args.request));
  return { frame: frameOf(draft, language), about: draft.about, back };
}

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, contactFormSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const answering = await openAnswering(args);
    const { draft, questionnaire, language } = answering;
    requireReached(args, answering, stepOf(answering.journey, 'about'));
    requireOwnForm(form.fields, draft);
    const journey = journeyOf(questionnaire, await saveAbout(draft, form.value, language));
    const step = stepOf(journey, 'about');
    return redirect(addressAfter(args, journey, step && stepAfter(journey, step)), 303);
  });
}

export default function AboutYou({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const refusal = useActionData<typeof action>();
  const { frame, about, back } = loaderData;
  return (
    <AnsweringPage frame={frame} title={t('about.title')} back={back} isRefused={!!refusal}>
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <h1>{t('about.title')}</h1>
        <RadioGroup
          name="standing"
          label={t('about.standing.label')}
          choices={[
            { value: 'individual', label: t('about.standing.individual') },
            {
              value: 'organisation',
              label: t('about.standing.organisation'),
              hint: t('about.standing.organisationHint'),
            },
          ]}
          defaultValues={about.standing ? [about.standing] : []}
        />
        <h2>{t('about.contact.title')}</h2>
        <p>{t('about.contact.text')}</p>
        <TextField
          name="name"
          label={t('about.name.label')}
          isOptional
          autoComplete="name"
          width="medium"
          defaultValue={about.name}
        />
        <TextField
          name="email"
          type="email"
          label={t('about.email.label')}
          hint={t('about.email.hint')}
          isOptional
          autoComplete="email"
          width="medium"
          defaultValue={about.email}
        />
        <Checkbox name="noReport" label={t('about.noReport')} isTicked={about.wantsReport === false} />
        <Button>{t('continue')}</Button>
      </HubForm>
    </AnsweringPage>
  );
}
