import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/letters';
import { useMoments } from '~/components/consultees/use-moments';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink, DataTable } from '~/components/page-parts';
import { registerFor } from '~/domain/consultee/consultee-access.server';
import { listLettersDue } from '~/domain/consultee/consultee-queries.server';
import { signedIn } from '~/middleware/actor.server';

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const { zone } = await registerFor(actor, ['write', 'register'], id);
  return { id, zone, letters: await listLettersDue(actor, id) };
}

/** The letters that wait to be printed, then posted or handed over. */
export default function LettersDue({ loaderData: { id, zone, letters } }: Route.ComponentProps) {
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
      <p className="lede">{t('letters.lede')}</p>
      {letters.length === 0 ? (
        <p>{t('letters.none')}</p>
      ) : (
        <DataTable
          caption={t('letters.caption')}
          columns={[
            { label: t('letters.consultee') },
            { label: t('letters.letter') },
            { label: t('letters.written') },
            { label: t('letters.steps') },
          ]}
          rows={letters.map(({ id: noticeId, kind, recordedAt, consultee }) => {
            const ids = { id, consulteeId: consultee.id, noticeId };
            return [
              <bdi key="name">{consultee.name}</bdi>,
              t(`noticeKind.${kind}`),
              moments.at(recordedAt),
              <ul key="steps" className="list-plain">
                <li>
                  <a
                    href={at(
                      href('/officer/consultations/:id/consultees/:consulteeId/letter/:noticeId', ids),
                    )}
                  >
                    {t('letters.print')}
                    <span className="visually-hidden"> {consultee.name}</span>
                  </a>
                </li>
                <li>
                  <a
                    href={at(
                      href('/officer/consultations/:id/consultees/:consulteeId/notices/:noticeId', ids),
                    )}
                  >
                    {t('letters.record')}
                    <span className="visually-hidden"> {consultee.name}</span>
                  </a>
                </li>
              </ul>,
            ];
          })}
        />
      )}
    </>
  );
}
