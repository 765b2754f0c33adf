import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/letter';
import { Letter } from '~/components/consultees/letter';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { findNoticeMessage } from '#/emails/message-queries.server';
import { localDayOf } from '~/domain/deadline';
import { notFound } from '~/domain/hub-error';
import { languageSchema } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { configuration } from '~/platform/configuration.server';
import { toInstant } from '~/platform/database/clock.server';

export async function loader({ params: { id, consulteeId, noticeId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write', 'register'], id, consulteeId);
  const { consultee, zone } = await readConsultee(actor, { consultationId: id, consulteeId });
  const notice = consultee.notices.find((each) => each.id === noticeId);
  if (!notice || notice.method === 'email') throw notFound();
  const language = languageSchema.parse(notice.language);
  return {
    ids: { id, consulteeId, noticeId },
    language,
    toAddress: notice.toAddress,
    writtenOn: localDayOf(toInstant(notice.recordedAt), zone),
    message: await findNoticeMessage<string>({ noticeId }, language),
    baseUrl: configuration().baseUrl.href,
  };
}

/** A notice as a letter to be printed, in the consultee's language. */
export default function LetterPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  const { ids, message } = loaderData;
  return (
    <>
      <PageTitle>{t('letter.title', { name: message.consulteeName })}</PageTitle>
      <div className="not-printed">
        <BackLink
          href={at(href('/officer/consultations/:id/consultees/:consulteeId/notices/:noticeId', ids))}
        >
          {t('letter.back')}
        </BackLink>
        <p>{t('letter.how')}</p>
      </div>
      <Letter {...loaderData} />
    </>
  );
}
