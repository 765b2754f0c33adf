import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ButtonLink } from '~/components/fields';
import { inOneLine, inOrder } from '~/domain/translation';
import { useAt } from '~/components/language';
import { useTimes } from '~/components/reading/use-times';
import type { OwnPage } from '~/domain/consultee/own-page-queries.server';

/** The ways to answer from here, and the others. */
export function AnswerLinks({ page }: { page: OwnPage }) {
  const { t } = useTranslation('consultee');
  const { t: mail } = useTranslation('emails');
  const at = useAt();
  const times = useTimes(page.zone);
  const { replies } = page.document;
  if (page.hasWithdrawn) return <p>{t('links.withdrew')}</p>;
  const answer = at(href('/consultee/answer'));
  const others = [
    replies.address && mail('notice.answer.post', { address: inOneLine(replies.address) }),
    replies.address &&
      page.lastArrivalAt &&
      mail('notice.answer.postmark', {
        date: times.deadline(page.deadline).date,
        last: times.deadline(page.lastArrivalAt).date,
      }),
    replies.phone && mail('notice.answer.phone', { phone: inOrder(replies.phone) }),
    replies.email && mail('notice.answer.email', { email: inOrder(replies.email) }),
  ].filter(Boolean);
  if (page.isOver) {
    return (
      <p>
        <a href={answer}>{t('links.late')}</a>
      </p>
    );
  }
  return (
    <section>
      <h2>{t('links.title')}</h2>
      <p>
        <ButtonLink href={answer} kind={page.acknowledgedAt ? 'primary' : 'secondary'}>
          {t('links.answer')}
        </ButtonLink>
      </p>
      <ul className="answer-links">
        <li>
          <a href={`${answer}?kind=more-time`}>{t('links.moreTime')}</a>
        </li>
        <li>
          <a href={`${answer}?kind=not-relevant`}>{t('links.notRelevant')}</a>
        </li>
        <li>
          <a href={at(href('/consultee/help'))}>{t('links.help')}</a>
        </li>
      </ul>
      {others.length > 0 && (
        <>
          <p>{t('links.otherWays')}</p>
          <ul>
            {others.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
