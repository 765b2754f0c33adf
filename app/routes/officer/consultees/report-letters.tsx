import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/report-letters';
import { reportPublished } from '#/emails/report-published';
import { LetterSheet } from '~/components/consultees/letter';
import { Button, DateField } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { reportPostingSchema } from '~/domain/feedback/report-forms';
import { openReportLetters, recordReportPosting } from '~/domain/feedback/report-letters.server';
import { addressIn } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { configuration } from '~/platform/configuration.server';

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  return {
    id,
    ...(await openReportLetters(context.get(signedIn), id)),
    baseUrl: configuration().baseUrl.href,
  };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'see-contacts', id);
  const form = await parseForm(request, reportPostingSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    await recordReportPosting(actor, id, form.value);
    const { language } = context.get(requestFacts);
    return redirect(
      addressIn(language, href('/officer/consultations/:id/consultees/letters/respondents', { id })),
      303,
    );
  });
}

/** The news of the report to respondents who left only a postal address: letters to print, and that they were posted. */
export default function ReportLetters({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, slug, bodyName, writtenOn, today, letters, baseUrl } = loaderData;
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('reportLetters.title')}</PageTitle>
      <div className="not-printed">
        <BackLink href={at(href('/officer/consultations/:id/consultees/letters', { id }))}>
          {t('letters.title')}
        </BackLink>
        <h1>{t('reportLetters.title')}</h1>
        {letters.length === 0 ? (
          <p>{t('letters.none')}</p>
        ) : (
          <>
            <p className="lede">{t('reportLetters.lede', { count: letters.length })}</p>
            <HubForm refusal={refusal}>
              {letters.map(({ responseId }) => (
                <input key={responseId} type="hidden" name="letters" value={responseId} />
              ))}
              <DateField name="postedOn" label={t('posting.postedOn')} defaultValue={today} />
              <Button>{t('reportLetters.button', { count: letters.length })}</Button>
            </HubForm>
          </>
        )}
      </div>
      {letters.map(({ responseId, language, name, postalAddress, title }) => (
        <LetterSheet
          key={responseId}
          language={language}
          to={name ? `${name}\n${postalAddress}` : postalAddress}
          writtenOn={writtenOn}
          baseUrl={baseUrl}
          bodyName={bodyName}
          message={(context) => reportPublished({ title, slug, bodyName, audience: 'respondent' }, context)}
        />
      ))}
    </>
  );
}
