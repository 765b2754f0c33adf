import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '../language';
import { useDeadlineWords } from './deadline-notice';
import type { Frame } from './frame';

/** What becomes of an answer after it was sent, until when it can be withdrawn, and how the record can be checked. */
export function WhatHappensNext({
  frame,
  isLate,
  feedbackOn,
  auditLink,
}: {
  frame: Frame;
  isLate: boolean;
  feedbackOn: string | null;
  auditLink: { number: number; hash: string } | null;
}) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const words = useDeadlineWords();
  const deadline = words(frame.deadline);
  const canWithdraw = frame.deadline.left !== 'over';
  return (
    <>
      <h2>{t('next.title')}</h2>
      <ol>
        <li>{isLate ? t('next.late') : t('next.counted', { deadline })}</li>
        <li>{feedbackOn ? t('next.feedback', { day: feedbackOn }) : t('next.feedbackSome')}</li>
      </ol>
      <p>
        <a href={at(href('/consultations/:slug', { slug: frame.slug }))}>{t('next.page')}</a>
      </p>
      <h2>{t('next.mind.title')}</h2>
      <p>{t(canWithdraw ? 'next.mind.text' : 'next.mind.over', { deadline })}</p>
      <p>
        <a href={at(href('/your-response'))}>{t('next.mind.link')}</a>
      </p>
      {auditLink && (
        <details>
          <summary>{t('next.audit.title')}</summary>
          <p>{t('next.audit.text', { number: auditLink.number })}</p>
          <p>
            <code dir="ltr">{auditLink.hash}</code>
          </p>
        </details>
      )}
    </>
  );
}
