import { useTranslation } from '~/components/words';
import { redirect, useActionData } from 'react-router';
import type { Route } from './+types/equality';
import { Button, ButtonLink } from '~/components/fields';
import { inOrder } from '~/domain/translation';
import { HubForm, PageTitle } from '~/components/form';
import { Panel } from '~/components/page-parts';
import { DraftKey } from '~/components/respond/answering-page';
import { ClearComputer } from '~/components/respond/clear-computer';
import { EqualityFields } from '~/components/respond/equality-fields';
import { frameOf } from '~/components/respond/frame';
import { readEqualityAnswers } from '~/domain/equality';
import { answerEquality } from '~/domain/response/answer-equality.server';
import { receiptOf } from '~/domain/response/receipt-queries.server';
import { openSent, receiptAddress, requireOwnForm } from '~/middleware/answering.server';
import { attempt, readForm, refuse, typedIn } from '~/middleware/forms.server';

/** Who takes part, asked once the answer is safe, kept apart from it. */
export async function loader(args: Route.LoaderArgs) {
  const { draft, language } = await openSent(args);
  const receiptAt = receiptAddress(args);
  const receipt = await receiptOf(draft);
  if (draft.hasEqualityAnswers || !receipt) throw redirect(receiptAt);
  const { reference, phrase, isLate } = receipt;
  return {
    frame: frameOf(draft, language),
    receiptAt,
    isLate,
    /** For who stops here and is sent no e-mail. */
    keep: draft.about.email ? undefined : { reference: inOrder(reference), phrase: inOrder(phrase) },
  };
}

export async function action(args: Route.ActionArgs) {
  const { fields } = await readForm(args.request);
  const typed = typedIn(fields);
  return attempt({ typed }, async () => {
    const { draft } = await openSent(args);
    requireOwnForm(fields, draft);
    const { answers, errors } = readEqualityAnswers(fields);
    if (Object.keys(errors).length > 0) return refuse({ errors, typed });
    await answerEquality(draft, answers);
    return redirect(receiptAddress(args), 303);
  });
}

export default function Equality({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('equality');
  const refusal = useActionData<typeof action>();
  const { frame, receiptAt, isLate, keep } = loaderData;
  return (
    <div className="answering">
      <PageTitle isRefused={!!refusal}>{t('title')}</PageTitle>
      <Panel tone={isLate ? 'warning' : 'good'} title={t(isLate ? 'sent.late' : 'sent.title')}>
        <p>{keep ? t('sent.keep', keep) : t('sent.text')}</p>
      </Panel>
      <HubForm refusal={refusal}>
        <DraftKey frame={frame} />
        <h1>{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
        <p>{t('why')}</p>
        <p className="row">
          <ButtonLink kind="secondary" href={receiptAt}>
            {t('skip')}
          </ButtonLink>
        </p>
        <EqualityFields />
        <Button>{t('button')}</Button>
      </HubForm>
      <ClearComputer slug={frame.slug} fate="sent" />
    </div>
  );
}
