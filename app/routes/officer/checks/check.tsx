import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/check';
import { HubForm, PageTitle } from '~/components/form';
import { differenceErrors } from '~/components/keying/difference-errors';
import { DifferenceChoices } from '~/components/keying/difference-choices';
import { SheetPublishing } from '~/components/keying/sheet-publishing';
import { KeepAsWritten } from '~/components/keying/keep-as-written';
import { NumberKeys } from '~/components/keying/number-keys';
import { SheetQuestions } from '~/components/keying/sheet-questions';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { answerFieldErrors } from '~/components/respond/answer-errors';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import {
  asWrittenIn,
  checkFormSchema,
  publishingOf,
  readEntry,
  rightEntriesIn,
  undecidedIn,
} from '~/domain/keying';
import { keyAgain, settleDifferences } from '~/domain/keying/check-keyed.server';
import { differencesOf, readCheck, type CheckToDo } from '~/domain/keying/check-queries.server';
import { joinTexts, questionsOf } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { addressIn, languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm, refuse } from '~/middleware/forms.server';

/** What this person can do with the check now. */
type Stage = 'key-again' | 'settle' | 'yours' | 'taken' | 'done';

function stageOf(check: CheckToDo, userId: string): Stage {
  if (check.checkedAt) return 'done';
  if (check.keyedById === userId) return 'yours';
  if (check.checkedById && check.checkedById !== userId) return check.isLeft ? 'key-again' : 'taken';
  return check.secondEntry ? 'settle' : 'key-again';
}

/** Numbers choose choices (`NumberKeys`). */
export const handle = { ownScript: true };

export async function loader({ request, params: { id, responseId }, context }: Route.LoaderArgs) {
  const { userId } = context.get(signedIn);
  const consultation = await consultationFor(context.get(signedIn), 'register', id);
  const check = await readCheck(id, responseId);
  const questionnaire = await frozenQuestionnaire(check.questionnaireVersionId);
  const wantsAgain = new URL(request.url).searchParams.has('again');
  const open = stageOf(check, userId);
  const stage = open === 'settle' && wantsAgain ? 'key-again' : open;
  const { secondEntry, ...facts } = check;
  const own = check.checkedById === userId ? secondEntry : null;
  return {
    id,
    original: languageSchema.parse(consultation.originalLanguage),
    nonce: context.get(requestFacts).nonce,
    check: facts,
    stage,
    questionnaire,
    differences: stage === 'settle' ? await differencesOf(check) : [],
    answers: stage === 'key-again' && own ? joinTexts(questionnaire, own.closed, own.texts) : undefined,
    publishing: stage === 'key-again' && own ? own : undefined,
  };
}

export async function action({ request, params: { id, responseId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  const { language } = context.get(requestFacts);
  const consultation = await consultationFor(actor, 'register', id);
  const check = await readCheck(id, responseId);
  const form = await parseForm(request, checkFormSchema);
  if (!form.ok) return form.refusal;
  const here = addressIn(language, href('/officer/consultations/:id/checks/:responseId', { id, responseId }));
  const list = addressIn(language, href('/officer/consultations/:id/checks', { id }));
  const original = languageSchema.parse(consultation.originalLanguage);
  const questionnaire = await frozenQuestionnaire(check.questionnaireVersionId);
  if (form.value.intent === 'settle') {
    const rightEntry = rightEntriesIn(form.fields);
    const undecided = undecidedIn(await differencesOf(check), rightEntry);
    if (stageOf(check, actor.userId) === 'settle' && undecided.length > 0) {
      const errors = differenceErrors(undecided, questionnaire, language, original);
      return refuse({ errors, typed: form.typed });
    }
    return attempt(form, async () => {
      await settleDifferences(actor, id, { responseId, rightEntry });
      return redirect(list, 303);
    });
  }
  const { entry, errors } = readEntry(questionnaire, form.fields);
  if (Object.keys(errors).length > 0) {
    const wrong = answerFieldErrors(questionsOf(questionnaire), errors, language, original);
    return refuse({ errors: wrong, typed: form.typed });
  }
  const { closed, texts, flags } = entry;
  const second = {
    closed,
    texts,
    asWritten: asWrittenIn(flags),
    ...publishingOf({ ...form.value, isConfidential: check.isConfidential }),
  };
  return attempt(form, async () => {
    const { isDone } = await keyAgain(actor, id, { responseId, entry: second });
    return redirect(isDone ? list : here, 303);
  });
}

const yesOrNo = (allowed: boolean | undefined) => (allowed === undefined ? [] : [allowed ? 'yes' : 'no']);

export default function CheckResponse({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('checks');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, check, stage, questionnaire, original, differences, answers, publishing } = loaderData;
  const title = t('check.title', { number: check.arrivalNumber });
  const scan = href('/officer/consultations/:id/arrivals/:arrivalId/scan', {
    id,
    arrivalId: check.arrivalId,
  });
  return (
    <>
      <PageTitle isRefused={!!refusal}>{title}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/checks', { id }))}>{t('title')}</BackLink>
      <h1>{title}</h1>
      <p>{t('check.keyedBy', { name: check.keyedBy ?? '' })}</p>
      {check.hasScan && (
        <p>
          <a href={at(scan)}>{t('check.scan')}</a>
        </p>
      )}
      {stage === 'yours' && <Panel tone="warning">{<p>{t('check.yours')}</p>}</Panel>}
      {stage === 'taken' && (
        <Panel tone="warning">{<p>{t('check.taken', { name: check.checkedBy ?? '' })}</p>}</Panel>
      )}
      {stage === 'done' && (
        <Panel tone="good">{<p>{t('check.done', { name: check.checkedBy ?? '' })}</p>}</Panel>
      )}
      {stage === 'key-again' && (
        <HubForm refusal={refusal} className="sheet">
          <p className="lede">{t('check.lede')}</p>
          <input type="hidden" name="intent" value="key-again" />
          <KeepAsWritten refusal={refusal} questionnaire={questionnaire} original={original} />
          <SheetQuestions
            questionnaire={questionnaire}
            original={original}
            startsHere={!refusal}
            {...(answers && { answers })}
          />
          <h2>{t('check.publishing')}</h2>
          <SheetPublishing
            answer={yesOrNo(publishing?.mayPublishAnswer)}
            name={yesOrNo(publishing?.mayPublishName)}
          />
          <button type="submit" className="button">
            {t('check.compare')}
          </button>
          <NumberKeys nonce={loaderData.nonce} />
        </HubForm>
      )}
      {stage === 'settle' && (
        <HubForm refusal={refusal} className="sheet">
          <h2>{t('settle.title', { count: differences.length })}</h2>
          <p>{t('settle.text')}</p>
          <input type="hidden" name="intent" value="settle" />
          <DifferenceChoices differences={differences} questionnaire={questionnaire} original={original} />
          <p>
            <a href="?again">{t('settle.again')}</a>
          </p>
          <button type="submit" className="button">
            {t('settle.button')}
          </button>
        </HubForm>
      )}
    </>
  );
}
