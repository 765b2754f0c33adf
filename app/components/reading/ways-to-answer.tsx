import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Text, useAt } from '~/components/language';
import { SummaryList } from '~/components/page-parts';
import type { PublicConsultation } from '~/domain/consultation';
import { useTimes } from './use-times';

/** How to answer without the web, with the rule for post; after closing only by post, as long as that is taken. */
export function WaysToAnswer({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const { state, document, isHeldElsewhere, postOpenUntil } = consultation;
  const postRule = usePostRule(consultation);
  const isOnlyPost = postOpenUntil !== null;
  if (isHeldElsewhere || (!isOnlyPost && !['forthcoming', 'open'].includes(state))) return null;
  const { address, phone, email } = isOnlyPost ? { address: document.replies.address } : document.replies;
  const methods = isOnlyPost ? [] : document.methods;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t(isOnlyPost ? 'ways.onlyPost' : 'ways.title')}</h2>
      {!isOnlyPost && <p>{t('ways.text')}</p>}
      <SummaryList
        rows={[
          ...(address ? [{ key: t('ways.post'), value: <span dir="auto">{address}</span> }] : []),
          ...((address || isOnlyPost) && postRule ? [{ key: t('ways.postRule'), value: postRule }] : []),
          ...(phone
            ? [{ key: t('ways.phone'), value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> }]
            : []),
          ...(email ? [{ key: t('ways.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
        ]}
      />
      {methods.length > 0 && (
        <>
          <h3>{t('ways.methods')}</h3>
          <ul>
            {methods.map((method) => (
              <li key={method.id}>
                <Text of={method.name} original={document.originalLanguage} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={at(href('/help'))}>{t('ways.help')}</a>
      </p>
    </section>
  );
}

/** How post is judged, as published (requirements D2). */
function usePostRule({ postRule, postClosesAt, closesAt, postLastArrivalAt, zone }: PublicConsultation) {
  const { t } = useTranslation('consultation');
  const times = useTimes(zone);
  const deadline = postClosesAt ?? closesAt;
  if (!deadline) return undefined;
  if (postRule !== 'postmarked-by') return t('ways.receivedBy', times.deadline(deadline));
  const { date } = times.deadline(deadline);
  if (!postLastArrivalAt) return t('ways.postmarkedBy', { date });
  return t('ways.postmarkedByArriving', { date, last: times.deadline(postLastArrivalAt).date });
}
