import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/new-finding';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { findingChoices } from '~/components/report/finding-choices';
import { FindingForm } from '~/components/report/finding-form';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { inOrder } from '~/domain/feedback';
import { addFinding } from '~/domain/feedback/change-findings.server';
import { findingSchema } from '~/domain/feedback/report-forms';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'report', id);
  const working = await readWorkingReport(id);
  const search = new URL(request.url).searchParams;
  const known = (kind: string) =>
    working.subjects.find((subject) => subject.kind === kind && subject.id === search.get(kind))?.id;
  const theme = known('theme');
  return {
    id,
    original: working.document.originalLanguage,
    languages: inOrder(working.document),
    choices: findingChoices(working),
    finding: { themeIds: theme ? [theme] : [], questionId: known('question'), optionId: known('option') },
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'report', id);
  const form = await parseForm(request, findingSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await addFinding(actor, id, form.value);
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/report', { id })), 303);
  });
}

/** A new finding; the address may say what it is about (`?theme=`, `?question=`, `?option=`). */
export default function NewFinding({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, ...form } = loaderData;
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('finding.newTitle')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      <h1>{t('finding.newTitle')}</h1>
      <p>
        <a href={at(href('/officer/consultations/:id/report/reasons', { id }))}>{t('finding.orReason')}</a>
      </p>
      <FindingForm {...form} refusal={refusal} />
    </>
  );
}
