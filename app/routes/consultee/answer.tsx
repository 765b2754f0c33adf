import { randomUUID } from 'node:crypto';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/answer';
import { FinishHere } from '~/components/consultee/finish-here';
import { useMoments } from '~/components/consultees/use-moments';
import { Checkbox, RadioGroup, TextArea } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { REPLY_KINDS } from '~/domain/consultee';
import { answerAsConsultee } from '~/domain/consultee/answer-as-consultee.server';
import { readOwnPage } from '~/domain/consultee/own-page-queries.server';
import { replySchema } from '~/domain/consultee/reply-input';
import { requireCaller } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

export async function loader({ request }: Route.LoaderArgs) {
  const { deadline, zone, isOver, document, replies } = await readOwnPage(await requireCaller(request));
  const wanted = new URL(request.url).searchParams.get('kind');
  return {
    deadline,
    zone,
    isOver,
    hasAnswered: replies.length > 0,
    proposition: document.silence?.proposition,
    original: document.originalLanguage,
    kind: REPLY_KINDS.find((kind) => kind === wanted),
    formKey: randomUUID(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const caller = await requireCaller(request);
  const form = await parseForm(request, replySchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { receivedAtMark } = form;
    const { isLate } = await answerAsConsultee(caller, { ...form.value, receivedAtMark });
    const { language } = context.get(requestFacts);
    return redirect(`${addressIn(language, href('/consultee'))}?done=${isLate ? 'late' : 'answered'}`, 303);
  });
}

/** A consultee answers: any of these is an answer, none is silence. */
export default function Answer({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultee');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { deadline, zone, isOver, hasAnswered, proposition, original, kind, formKey } = loaderData;
  const moments = useMoments(zone);
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('answer.title')}</PageTitle>
      <BackLink href={at(href('/consultee'))} />
      <HubForm refusal={refusal}>
        <h1>{t('answer.title')}</h1>
        {isOver ? (
          <Panel tone="warning" title={t('answer.late.title')}>
            <p>{t('answer.late.text', { deadline: moments.deadline(deadline) })}</p>
          </Panel>
        ) : (
          <p className="lede">{t('answer.lede', { deadline: moments.deadline(deadline) })}</p>
        )}
        {hasAnswered && !isOver && <p>{t('answer.again')}</p>}
        {proposition && (
          <blockquote>
            <Text of={proposition} original={original} />
          </blockquote>
        )}
        <input type="hidden" name="formKey" value={refusal?.typed['formKey']?.[0] ?? formKey} />
        <RadioGroup
          name="kind"
          label={t('answer.kind')}
          choices={REPLY_KINDS.map((value) => ({
            value,
            label: t(`answer.kinds.${value}.label`),
            hint: t(`answer.kinds.${value}.hint`),
          }))}
          {...(kind && { defaultValues: [kind] })}
        />
        <TextArea name="text" label={t('answer.text')} hint={t('answer.textHint')} rows={8} />
        <Checkbox name="mayBeNamed" label={t('answer.mayBeNamed')} hint={t('answer.mayBeNamedHint')} />
        <button type="submit" className="button">
          {t('answer.button')}
        </button>
      </HubForm>
      <FinishHere />
    </>
  );
}
