import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Route } from './+types/mailbox';
import { PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { Pages } from '~/components/page-parts';
import { listMailbox } from '~/domain/rehearsal/mailbox-queries.server';
import { instantParts } from '~/domain/deadline';
import { requestFacts } from '~/middleware/context';
import { configuration } from '~/platform/configuration.server';
import { toInstant } from '~/platform/database/clock.server';

export async function loader({ request, context }: Route.LoaderArgs) {
  const before = new URL(request.url).searchParams.get('before') ?? undefined;
  const { messages, nextBefore } = await listMailbox(before);
  const { language } = context.get(requestFacts);
  return {
    messages: messages.map(({ sentAt, ...message }) => ({
      ...message,
      sent: instantParts(toInstant(sentAt), configuration().zone, language),
    })),
    isLaterPage: before !== undefined,
    nextBefore,
  };
}

/** Every e-mail that the sample hub would have sent. */
export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('sample');
  const at = useAt();
  const { messages, isLaterPage, nextBefore } = loaderData;
  return (
    <>
      <PageTitle>{t('mailbox.title')}</PageTitle>
      <h1>{t('mailbox.title')}</h1>
      <p className="lede">{t('mailbox.lede')}</p>
      {messages.length === 0 && <p>{t('mailbox.empty')}</p>}
      <ul className="card-list">
        {messages.map(({ id, subject, to, sent }) => (
          <li key={id}>
            <h2 dir="auto">
              <a href={at(href('/mailbox/:id', { id }))}>{subject}</a>
            </h2>
            <p className="soft">{t('mailbox.line', { to, ...sent })}</p>
          </li>
        ))}
      </ul>
      <Pages
        first={isLaterPage ? at(href('/mailbox')) : undefined}
        next={nextBefore && `${at(href('/mailbox'))}?before=${nextBefore}`}
      />
    </>
  );
}
