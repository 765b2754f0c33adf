import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/reasons';
import { Button, CheckboxGroup } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Paragraphs, Text, useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { LocalizedArea } from '~/components/report/localized-area';
import { addressIn } from '~/domain/translation';
import { useTranslation } from '~/components/words';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { inOrder, reportRefusals } from '~/domain/feedback';
import { giveReasons, takeReasonBack } from '~/domain/feedback/give-reasons.server';
import { reasonFormSchema } from '~/domain/feedback/report-forms';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'report', id);
  const { state, subjects, document } = await readWorkingReport(id);
  const missing = reportRefusals(state).filter(
    ({ code }) => code === 'unaccounted' || code === 'shares-a-finding',
  );
  return {
    id,
    isAllTicked: new URL(request.url).searchParams.get('tick') === 'all',
    original: document.originalLanguage,
    languages: inOrder(document),
    unaccounted: subjects.filter(({ kind, id: subject }) =>
      missing.some((refusal) => refusal.subject?.kind === kind && refusal.subject.id === subject),
    ),
    given: state.reasons.map(({ kind, id: subject, reason }) => ({
      key: `${kind}:${subject}`,
      kind,
      reason,
      label: subjects.find((one) => one.kind === kind && one.id === subject)?.label,
    })),
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationFor(actor, 'report', id);
  const form = await parseForm(request, reasonFormSchema);
  if (!form.ok) return form.refusal;
  const { value } = form;
  return attempt(form, async () => {
    if (value.intent === 'give') await giveReasons(actor, id, value);
    else await takeReasonBack(actor, id, value.subject);
    const { language } = context.get(requestFacts);
    return redirect(addressIn(language, href('/officer/consultations/:id/report/reasons', { id })), 303);
  });
}

/** Why something has no finding of its own: said once for all that share the reason. */
export default function Reasons({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('report');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, isAllTicked, original, languages, unaccounted, given } = loaderData;
  const address = at(href('/officer/consultations/:id/report/reasons', { id }));
  const keyOf = (subject: (typeof unaccounted)[number]) => `${subject.kind}:${subject.id}`;
  return (
    <>
      <PageTitle isRefused={Boolean(refusal)}>{t('reasons.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/report', { id }))}>{t('title')}</BackLink>
      <h1>{t('reasons.title')}</h1>
      <p className="lede">{t('reasons.lede')}</p>
      {unaccounted.length === 0 ? (
        <p>{t('reasons.nothing')}</p>
      ) : (
        <HubForm refusal={refusal}>
          {unaccounted.length > 1 && (
            <p>
              <a href={isAllTicked ? address : `${address}?tick=all`}>
                {isAllTicked ? t('reasons.untickAll') : t('reasons.tickAll', { count: unaccounted.length })}
              </a>
            </p>
          )}
          <CheckboxGroup
            name="subjects"
            label={t('reasons.subjects')}
            defaultValues={isAllTicked ? unaccounted.map(keyOf) : []}
            choices={unaccounted.map((subject) => ({
              value: keyOf(subject),
              label: (
                <>
                  <span className="soft">{t(`subject.${subject.kind}`)}</span>{' '}
                  <Text of={subject.label} original={original} />{' '}
                  <span className="soft">{t('finding.under', { count: subject.responses })}</span>
                </>
              ),
            }))}
          />
          <LocalizedArea
            name="reason"
            label={t('reasons.reason')}
            hint={t('reasons.hint')}
            of={undefined}
            languages={languages}
            rows={3}
          />
          <Button name="intent" value="give">
            {t('reasons.give')}
          </Button>
        </HubForm>
      )}
      {given.length > 0 && (
        <>
          <h2>{t('reasons.given')}</h2>
          <ul className="card-list">
            {given.map(({ key, kind, label, reason }) => (
              <li key={key}>
                <p>
                  <span className="soft">{t(`subject.${kind}`)}</span>{' '}
                  <strong>
                    <Text of={label} original={original} />
                  </strong>
                </p>
                <Paragraphs of={reason} original={original} />
                <HubForm>
                  <input type="hidden" name="subject" value={key} />
                  <Button name="intent" value="take-back" kind="quiet">
                    {t('reasons.takeBack')}
                  </Button>
                </HubForm>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
