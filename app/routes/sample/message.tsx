import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/message';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { LinkedText } from '~/components/linked-text';
import { BackLink } from '~/components/page-parts';
import { findMailboxMessage } from '~/domain/rehearsal/mailbox-queries.server';
import { instantParts } from '~/domain/deadline';
import { requestFacts } from '~/middleware/context';
import { configuration } from '~/platform/configuration.server';
import { toInstant } from '~/platform/database/clock.server';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { sentAt, ...message } = await findMailboxMessage(params.id);
  const { language } = context.get(requestFacts);
  return { ...message, sent: instantParts(toInstant(sentAt), configuration().zone, language) };
}

/** One e-mail, as text, its links alive. */
export default function Message({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('sample');
  const at = useAt();
  const { subject, to, text, sent } = loaderData;
  return (
    <>
      <PageTitle>{subject}</PageTitle>
      <BackLink href={at(href('/mailbox'))}>{t('mailbox.title')}</BackLink>
      <h1 dir="auto">{subject}</h1>
      <p className="soft">{t('mailbox.line', { to, ...sent })}</p>
      <div className="message-text" dir="auto">
        <LinkedText>{text}</LinkedText>
      </div>
    </>
  );
}
