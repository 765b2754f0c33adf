import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/letters';
import { RowList } from '~/components/consultees/row-list';
import { useMoments } from '~/components/consultees/use-moments';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { may } from '~/domain/arrival/arrival-access.server';
import { registerFor } from '~/domain/consultee/consultee-access.server';
import { listLettersDue } from '~/domain/consultee/consultee-queries.server';
import { countReportLetters } from '~/domain/feedback/report-letters.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await registerFor(actor, ['write', 'register'], id);
  const { respondents } = await countReportLetters(id);
  const isSent = new URL(request.url).searchParams.get('done') === 'sent';
  return {
    id,
    zone: consultation.zone,
    isSent,
    letters: await listLettersDue(actor, id),
    toRespondents: respondents,
    maySeeContacts: may(actor, 'see-contacts', consultation),
  };
}

/** The letters that wait to be printed, then posted or handed over. */
export default function LettersDue({
  loaderData: { id, zone, isSent, letters, toRespondents, maySeeContacts },
}: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const moments = useMoments(zone);
  return (
    <>
      <PageTitle>{t('letters.title')}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees', { id }))}>
        {t('register.title')}
      </BackLink>
      <h1>{t('letters.title')}</h1>
      {isSent && (
        <Panel tone="good">
          <p>{t('done.sent')}</p>
        </Panel>
      )}
      <p className="lede">{t('letters.lede')}</p>
      {toRespondents > 0 && (
        <p>
          {maySeeContacts ? (
            <a href={at(href('/officer/consultations/:id/consultees/letters/respondents', { id }))}>
              {t('reportLetters.link', { count: toRespondents })}
            </a>
          ) : (
            t('reportLetters.waits', { count: toRespondents })
          )}
        </p>
      )}
      {letters.length === 0 ? (
        <p>{t('letters.none')}</p>
      ) : (
        <RowList
          label={t('letters.caption')}
          rows={letters.map(({ id: noticeId, kind, recordedAt, consultee }) => {
            const ids = { id, consulteeId: consultee.id, noticeId };
            return {
              key: noticeId,
              title: <bdi>{consultee.name}</bdi>,
              state: `${t(`noticeKind.${kind}`)}, ${moments.dayAt(recordedAt)}`,
              detail: (
                <>
                  <p>
                    <a
                      href={at(
                        href('/officer/consultations/:id/consultees/:consulteeId/letter/:noticeId', ids),
                      )}
                    >
                      {t('letters.print')}
                      <span className="visually-hidden"> {consultee.name}</span>
                    </a>
                  </p>
                  <p>
                    <a
                      href={at(
                        href('/officer/consultations/:id/consultees/:consulteeId/notices/:noticeId', ids),
                      )}
                    >
                      {t('letters.record')}
                      <span className="visually-hidden"> {consultee.name}</span>
                    </a>
                  </p>
                </>
              ),
            };
          })}
        />
      )}
    </>
  );
}
