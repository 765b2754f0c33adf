import { randomUUID } from 'node:crypto';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/key';
import { ArrivalFacts } from '~/components/arrivals/arrival-facts';
import { ArrivalStateTag } from '~/components/arrivals/arrival-state-tag';
import { KeyedNotice } from '~/components/arrivals/keyed-notice';
import { HubForm, PageTitle } from '~/components/form';
import { KeepAsWritten } from '~/components/keying/keep-as-written';
import { NumberKeys } from '~/components/keying/number-keys';
import { SheetAbout } from '~/components/keying/sheet-about';
import { SheetQuestions } from '~/components/keying/sheet-questions';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { answerFieldErrors } from '~/components/respond/answer-errors';
import { readArrival } from '~/domain/arrival/arrival-queries.server';
import { openForKeying, takeNextArrival } from '~/domain/arrival/take-next-arrival.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { readEqualityAnswers } from '~/domain/equality';
import { notFound } from '~/domain/hub-error';
import { keyingFormSchema, readEntry } from '~/domain/keying';
import { keyResponse } from '~/domain/keying/key-response.server';
import { justKeyed, keyedVersion } from '~/domain/keying/keyed-queries.server';
import { questionsOf } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm, refuse } from '~/middleware/forms.server';
import { positiveIn } from '~/middleware/search-parameters';

/** Numbers choose choices (`NumberKeys`). */
export const handle = { ownScript: true };

export async function loader({ request, params: { id, arrivalId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'register', id);
  const line = await readArrival(id, arrivalId);
  const version = await keyedVersion(id);
  if (!version) throw notFound();
  if (line.state === 'to-key') await openForKeying(actor, id, arrivalId);
  const keyedNumber = positiveIn(new URL(request.url).searchParams, 'keyed');
  const isWithOther = line.keyingById !== null && line.keyingById !== actor.userId;
  return {
    id,
    zone: consultation.zone,
    original: languageSchema.parse(consultation.originalLanguage),
    line,
    openedBy: isWithOther ? line.keyingBy : undefined,
    keyed: keyedNumber ? await justKeyed(actor, id, keyedNumber) : undefined,
    nonce: context.get(requestFacts).nonce,
    formKey: randomUUID(),
    questionnaireVersionId: version.id,
    questionnaire: await frozenQuestionnaire(version.id),
  };
}

export async function action({ request, params: { id, arrivalId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const { language } = context.get(requestFacts);
  const consultation = await consultationFor(actor, 'register', id);
  const version = await keyedVersion(id);
  if (!version) throw notFound();
  const form = await parseForm(request, keyingFormSchema);
  const questionnaire = await frozenQuestionnaire(version.id);
  const { entry, errors } = readEntry(questionnaire, form.fields);
  const equality = readEqualityAnswers(form.fields);
  const wrong = {
    ...answerFieldErrors(
      questionsOf(questionnaire),
      errors,
      language,
      languageSchema.parse(consultation.originalLanguage),
    ),
    ...(form.ok ? {} : form.refusal.data.errors),
    ...equality.errors,
  };
  if (!form.ok || Object.keys(wrong).length > 0) return refuse({ errors: wrong, typed: form.typed });
  return attempt(form, async () => {
    await keyResponse(actor, id, { arrivalId, form: form.value, entry, equality: equality.answers });
    const { number } = await readArrival(id, arrivalId);
    const next = await takeNextArrival(actor, id);
    const page = next
      ? href('/officer/consultations/:id/key/:arrivalId', { id, arrivalId: next })
      : href('/officer/consultations/:id/arrivals', { id });
    return redirect(`${addressIn(language, page)}?keyed=${number}`, 303);
  });
}

export default function KeyLine({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('keying');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, zone, line, keyed, openedBy, questionnaire, original } = loaderData;
  const isOpen = line.state === 'to-key';
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('title', { number: line.number })}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/arrivals', { id }))}>{t('back')}</BackLink>
      <h1>{t('title', { number: line.number })}</h1>
      <p>
        <ArrivalStateTag state={line.state} isLate={line.isLate} />
      </p>
      {openedBy && (
        <Panel tone="warning">
          <p>{t('openedBy', { name: openedBy })}</p>
        </Panel>
      )}
      <ArrivalFacts consultationId={id} zone={zone} line={line} isShort />
      {!isOpen && !refusal && keyed && <KeyedNotice consultationId={id} keyed={keyed} />}
      {!isOpen && !refusal && <ClosedLine id={id} arrivalId={line.id} />}
      {(isOpen || refusal) && (
        <>
          <p className="hint">{t('how')}</p>
          {keyed && <KeyedNotice consultationId={id} keyed={keyed} />}
          <HubForm refusal={refusal} className="sheet">
            <input type="hidden" name="formKey" value={loaderData.formKey} />
            <input type="hidden" name="questionnaireVersionId" value={loaderData.questionnaireVersionId} />
            <KeepAsWritten refusal={refusal} questionnaire={questionnaire} original={original} />
            <SheetQuestions questionnaire={questionnaire} original={original} startsHere={!refusal} />
            <SheetAbout refusal={refusal} />
            <button type="submit" className="button">
              {t('save')}
            </button>
          </HubForm>
          <NumberKeys nonce={loaderData.nonce} />
          <form
            method="post"
            action={`${at(href('/officer/consultations/:id/key', { id }))}?after=${line.number}`}
            className="after-form"
          >
            <button type="submit" className="button button-quiet">
              {t('later')}
            </button>
          </form>
        </>
      )}
    </>
  );
}

function ClosedLine({ id, arrivalId }: { id: string; arrivalId: string }) {
  const { t } = useTranslation('keying');
  const at = useAt();
  return (
    <p>
      {t('closedLine')}{' '}
      <a href={at(href('/officer/consultations/:id/arrivals/:arrivalId', { id, arrivalId }))}>
        {t('seeLine')}
      </a>
    </p>
  );
}
