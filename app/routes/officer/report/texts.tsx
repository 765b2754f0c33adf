import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/texts';
import { Button, DateField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { LocalizedArea } from '~/components/report/localized-area';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { REPORT_TEXTS, REQUIRED_TEXTS, inOrder } from '~/domain/feedback';
import { fingerprintOf } from '~/domain/feedback/change-report.server';
import { reportTextsSchema } from '~/domain/feedback/report-forms';
import { readReport } from '~/domain/feedback/report-rows.server';
import { saveReportTexts, writtenIn } from '~/domain/feedback/save-report-texts.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'report', id);
  const [document, report] = await Promise.all([frozenDocument(id), readReport(id)]);
  const { texts, decisionMakerReadOn } = report;
  return {
    id,
    languages: inOrder(document),
    texts,
    decisionMakerReadOn,
    seen: fingerprintOf(writtenIn(report)),
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'report', id);
  const form = await parseForm(request, reportTextsSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await saveReportTexts(actor, id, form.value);
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/report', { id })), 303);
  });
}

/** The texts of the report around its findings, in every language of the consultation. */
export default function ReportTexts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, languages, texts, decisionMakerReadOn, seen } = loaderData;
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('texts.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      <h1>{t('texts.title')}</h1>
      <p className="lede">{t('texts.lede')}</p>
      <HubForm refusal={refusal}>
        <input type="hidden" name="seen" value={refusal?.typed['seen']?.[0] ?? seen} />
        {REPORT_TEXTS.map((text) => (
          <LocalizedArea
            key={text}
            name={text}
            label={t(`field.${text}`)}
            hint={t(`texts.hint.${text}`)}
            of={texts[text]}
            languages={languages}
            isOptional={!REQUIRED_TEXTS.includes(text)}
          />
        ))}
        <DateField
          name="decisionMakerReadOn"
          label={t('texts.readOn')}
          hint={t('texts.readOnHint')}
          isOptional
          defaultValue={decisionMakerReadOn}
        />
        <Button>{t('texts.save')}</Button>
      </HubForm>
    </>
  );
}
