import { randomUUID } from 'node:crypto';
import { useTranslation } from '~/components/words';
import { href, redirect } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/report-problem';
import { Button, TextArea, TextField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';
import { reportProblem } from '~/domain/consultation/report-problem.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const problemSchema = z.object({
  text: z.string('problem-text-required').trim().min(1, 'problem-text-required').max(5000, 'text-over-5000'),
  email: z.email('email-invalid').max(320, 'email-invalid').optional(),
  formKey: z.uuid().optional().catch(undefined),
});

export async function loader({ params }: Route.LoaderArgs) {
  const { slug, document } = await publishedConsultation(params.slug);
  return { slug, title: document.title, original: document.originalLanguage, formKey: randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await parseForm(request, problemSchema);
  if (!form.ok) return form.refusal;
  const { language, clientAddress } = context.get(requestFacts);
  return attempt(form, async () => {
    const { text, email, formKey = randomUUID() } = form.value;
    await reportProblem({ slug: params.slug, text, email, formKey, language, clientAddress });
    return redirect(
      addressIn(language, href('/consultations/:slug/problem/sent', { slug: params.slug })),
      303,
    );
  });
}

/** "Report a problem with this consultation", for anyone (requirements C12). */
export default function ReportProblem({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('problems');
  const at = useAt();
  const { slug, title, original, formKey } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!actionData}>{t('form.title')}</PageTitle>
      <BackLink href={at(href('/consultations/:slug', { slug }))}>{t('backToConsultation')}</BackLink>
      <p className="eyebrow">
        <Text of={title} original={original} />
      </p>
      <HubForm refusal={actionData}>
        <h1>{t('form.title')}</h1>
        <p className="lede">{t('form.lede')}</p>
        <p>{t('form.notAnswer')}</p>
        <input type="hidden" name="formKey" value={actionData?.typed?.formKey?.[0] ?? formKey} />
        <TextArea name="text" rows={8} label={t('form.text')} hint={t('form.textHint')} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          width="medium"
          isOptional
          label={t('form.email')}
          hint={t('form.emailHint')}
        />
        <Button>{t('form.send')}</Button>
      </HubForm>
    </>
  );
}
