import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/new-consultation';
import { Button, CheckboxGroup, RadioGroup, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt, useLanguage } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { BackLink, Panel } from '~/components/page-parts';
import { startingMethods } from '~/components/plan/starting-methods';
import { createConsultation } from '~/domain/consultation/create-consultation.server';
import { notPermitted } from '~/domain/hub-error';
import { bodiesWith } from '~/domain/identity';
import { cleanShortText } from '~/domain/questionnaire';
import { addressIn, LANGUAGES, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { isUuid } from '~/platform/uuid';

const schema = z.object({
  title: z
    .string('title-needed')
    .max(200, 'line-too-long')
    .transform(cleanShortText)
    .refine(Boolean, 'title-needed'),
  bodyId: z.string().refine(isUuid, 'invalid').optional(),
  originalLanguage: languageSchema.default('en'),
  languages: z.array(languageSchema).default([]),
});

export function loader({ context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const mine = bodiesWith(actor, 'write');
  return {
    bodies: actor.memberships
      .filter(({ bodyId }) => mine.includes(bodyId))
      .map(({ bodyId, bodyName }) => ({ value: bodyId, label: bodyName })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const [firstBody] = bodiesWith(actor, 'write');
  if (!firstBody) throw notPermitted();
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const bodyId = form.value.bodyId ?? firstBody;
    const { id } = await createConsultation(actor, {
      ...form.value,
      bodyId,
      startingMethods: startingMethods(),
    });
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id', { id })), 303);
  });
}

export default function NewConsultation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('plan');
  const { t: words } = useTranslation('consultation-file');
  const at = useAt();
  const pageLanguage = useLanguage();
  const refusal = useActionData<typeof action>();
  const { bodies } = loaderData;
  const languages = LANGUAGES.map((language) => ({
    value: language,
    label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
  }));
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('new.title')}</PageTitle>
      <BackLink href={at(href('/officer'))} />
      <h1>{t('new.title')}</h1>
      {bodies.length === 0 ? (
        <Panel tone="warning" title={t('new.noBody.title')}>
          <p>{t('new.noBody.text')}</p>
        </Panel>
      ) : (
        <>
          <p className="lede">{t('new.intro')}</p>
          <HubForm refusal={refusal}>
            <TextField name="title" label={t('new.name.label')} hint={t('new.name.hint')} />
            {bodies.length > 1 && (
              <RadioGroup
                name="bodyId"
                label={t('new.body.label')}
                choices={bodies}
                defaultValues={[bodies[0]?.value ?? '']}
              />
            )}
            <RadioGroup
              name="originalLanguage"
              label={t('new.original.label')}
              hint={t('new.original.hint')}
              isInline
              choices={languages}
              defaultValues={[pageLanguage]}
            />
            <CheckboxGroup
              name="languages"
              label={t('new.languages.label')}
              hint={t('new.languages.hint')}
              isOptional
              choices={languages}
              defaultValues={[]}
            />
            <Button>{t('new.button')}</Button>
          </HubForm>
          <p className="after-form">
            <a href={at(href('/officer/consultations/import'))}>{words('import.link')}</a>
          </p>
        </>
      )}
    </>
  );
}
