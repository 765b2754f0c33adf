import { href, redirect, useActionData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/finding';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { findingChoices } from '~/components/report/finding-choices';
import { FindingForm } from '~/components/report/finding-form';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { inOrder } from '~/domain/feedback';
import { changeFinding, removeFinding } from '~/domain/feedback/change-findings.server';
import { fingerprintOf } from '~/domain/feedback/change-report.server';
import { readFindingRow } from '~/domain/feedback/finding-queries.server';
import { changedFindingSchema, findingSchema } from '~/domain/feedback/report-forms';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const schema = z.union([
  z.object({ intent: z.literal('remove') }),
  z.intersection(findingSchema, changedFindingSchema),
]);

export async function loader({ context, params: { id, findingId } }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'report', id);
  const [finding, working] = await Promise.all([readFindingRow(id, findingId), readWorkingReport(id)]);
  return {
    id,
    finding,
    seen: fingerprintOf(finding),
    original: working.document.originalLanguage,
    languages: inOrder(working.document),
    choices: findingChoices(working),
  };
}

export async function action({ request, context, params: { id, findingId } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'report', id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    if ('intent' in value) await removeFinding(actor, id, { findingId });
    else await changeFinding(actor, id, { ...value, findingId });
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/report', { id })), 303);
  });
}

/** A finding that is there already: changed, or taken out. */
export default function EditFinding({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, seen, ...form } = loaderData;
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('finding.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      <h1>{t('finding.title')}</h1>
      <p>
        <a
          href={at(
            href('/officer/consultations/:id/report/findings/:findingId/quotations', {
              id,
              findingId: form.finding.id,
            }),
          )}
        >
          {t('quotations.title')}
        </a>
      </p>
      <FindingForm {...form} seen={refusal?.typed['seen']?.[0] ?? seen} refusal={refusal} />
      <h2>{t('finding.removeTitle')}</h2>
      <p>{t('finding.removeText')}</p>
      <HubForm>
        <Button name="intent" value="remove" kind="danger">
          {t('finding.remove')}
        </Button>
      </HubForm>
    </>
  );
}
