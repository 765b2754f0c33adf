import { useTranslation } from '~/components/words';
import { href, redirect } from 'react-router';
import type { Route } from './+types/receipt';
import { Button } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { Note } from '~/components/respond/answering-page';
import { frameOf } from '~/components/respond/frame';
import { ReceiptCard } from '~/components/respond/receipt-card';
import { WhatHappensNext } from '~/components/respond/what-happens-next';
import { formatDay, instantParts } from '~/domain/deadline';
import { receiptOf } from '~/domain/response/receipt-queries.server';
import { openSent, startAddress } from '~/middleware/answering.server';

/** What a respondent keeps: reference and phrase, whether it came in time, and what happens next. */
export async function loader(args: Route.LoaderArgs) {
  const { draft, language } = await openSent(args);
  const receipt = await receiptOf(draft);
  if (!receipt) throw redirect(startAddress(args, 'no-draft'));
  const { receivedAt, ...shown } = receipt;
  const received = Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime());
  return {
    frame: frameOf(draft, language),
    receipt: { ...shown, received: { ...instantParts(received, draft.zone, language), zone: draft.zone } },
    email: draft.about.email,
    feedbackOn: draft.feedbackOn && formatDay(draft.feedbackOn, language),
    mayAnswerEquality: !draft.hasEqualityAnswers && !receipt.withdrawnAt,
  };
}

export default function ReceiptPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const { frame, receipt, email, feedbackOn, mayAnswerEquality } = loaderData;
  const { slug, originalLanguage } = frame;
  const title = t(
    receipt.withdrawnAt ? 'receipt.withdrawn.title' : receipt.isLate ? 'receipt.late.title' : 'receipt.title',
  );
  return (
    <div className="answering">
      <PageTitle>{title}</PageTitle>
      <p className="eyebrow">
        <Text of={frame.title} original={originalLanguage} />
      </p>
      <h1>{title}</h1>
      <Note />
      {receipt.replacedReference && <p>{t('receipt.replaced', { reference: receipt.replacedReference })}</p>}
      {receipt.withdrawnAt && <p className="lede">{t('receipt.withdrawn.text')}</p>}
      <ReceiptCard receipt={receipt} email={email} />
      {!receipt.withdrawnAt && (
        <WhatHappensNext
          frame={frame}
          isLate={receipt.isLate}
          feedbackOn={feedbackOn}
          auditLink={receipt.auditLink}
        />
      )}
      {mayAnswerEquality && (
        <p>
          <a href={at(href('/respond/:slug/equality', { slug }))}>{t('receipt.equality')}</a>
        </p>
      )}
      <Panel title={t('clear.title')}>
        <p>{t('clear.sent')}</p>
        <form method="post" action={at(href('/respond/:slug/clear', { slug }))}>
          <p>
            <Button kind="secondary">{t('clear.button')}</Button>
          </p>
        </form>
      </Panel>
    </div>
  );
}
