import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/flag';
import { CheckboxGroup, TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Panel } from '~/components/page-parts';
import { StaffLink } from '~/components/staff/staff-link';
import { neededText } from '~/domain/arrival';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { notFound } from '~/domain/hub-error';
import { RISK_KINDS } from '~/domain/risk';
import { flagRisk, type NewRiskFlag } from '~/domain/risk/flag-risk.server';
import { signedIn } from '~/middleware/actor.server';
import { attempt, parseForm } from '~/middleware/forms.server';

const kindSchema = z.enum(RISK_KINDS, 'risk-kind-needed');
const schema = z.object({
  kinds: z
    .array(kindSchema, 'risk-kind-needed')
    .min(1, 'risk-kind-needed')
    .transform((kinds) => [...new Set(kinds)]),
  note: neededText('risk-note-needed'),
});

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'flag-risk', id);
  const search = new URL(request.url).searchParams;
  return { isSent: search.has('sent'), back: addressOf(id, subjectIn(search)) };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'flag-risk', id);
  const { pathname, search, searchParams } = new URL(request.url);
  const subject = subjectIn(searchParams);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await flagRisk(actor, id, { subject, ...form.value });
    return redirect(`${pathname}${search}&sent`, 303);
  });
}

/** What is flagged, as the link to this page says: `?arrival=` or `?response=`. */
function subjectIn(search: URLSearchParams): NewRiskFlag['subject'] {
  const [arrivalId, responseId] = [search.get('arrival'), search.get('response')];
  if (arrivalId) return { arrivalId };
  if (responseId) return { responseId };
  throw notFound();
}

/** Where what is flagged can be seen. */
function addressOf(id: string, subject: NewRiskFlag['subject']): string {
  return 'arrivalId' in subject
    ? href('/officer/consultations/:id/arrivals/:arrivalId', { id, ...subject })
    : href('/officer/consultations/:id/responses/:responseId', { id, ...subject });
}

/** For whoever reads or keys: puts somebody into the restricted queue at once. */
export default function FlagRisk({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('risk');
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('flag.title')}</PageTitle>
      <h1>{t('flag.title')}</h1>
      {loaderData.isSent ? (
        <Panel tone="good" title={t('flag.sent')}>
          <p>{t('flag.sentText')}</p>
          <p>
            <StaffLink to={loaderData.back} otherwise={null}>
              {t('flag.back')}
            </StaffLink>
          </p>
        </Panel>
      ) : (
        <HubForm refusal={refusal}>
          <p className="lede">{t('flag.lede')}</p>
          <Panel tone="warning">
            <p>{t('flag.emergency')}</p>
          </Panel>
          <CheckboxGroup
            name="kinds"
            label={t('flag.kinds')}
            choices={RISK_KINDS.map((kind) => ({
              value: kind,
              label: t(`kind.${kind}`),
              hint: t(`kindHint.${kind}`),
            }))}
          />
          <TextArea name="note" label={t('flag.note')} hint={t('flag.noteHint')} rows={4} />
          <button type="submit" className="button">
            {t('flag.button')}
          </button>
        </HubForm>
      )}
    </>
  );
}
