import { z } from 'zod';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/consultation';
import { PageTitle } from '~/components/form';
import { Text, useAt, useLanguage } from '~/components/language';
import { OwnLink } from '~/components/network/own-link';
import { useNetworkTimes } from '~/components/network/use-network-times';
import { BackLink, Panel } from '~/components/page-parts';
import { StateTag } from '~/components/staff/state-tag';
import { createOwnLink } from '~/domain/dissemination/create-links.server';
import { findForNetwork } from '~/domain/dissemination/dissemination-queries.server';
import { passingSchema, recordPassingOn } from '~/domain/dissemination/record-passing-on.server';
import { addressIn, localize } from '~/domain/translation';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { configuration } from '~/platform/configuration.server';

const schema = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('link'), bodyId: z.uuid('form-unreadable') }),
    passingSchema.extend({ intent: z.literal('passed') }),
  ],
  'form-unreadable',
);

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const consultation = await findForNetwork(context.get(signedIn), id);
  const { own } = consultation;
  const shown = own.find(({ body }) => body.id === search.get('body')) ?? own[0];
  return {
    consultation,
    /** One body at a time, for somebody who belongs to several. */
    shown,
    others: own.map(({ body }) => body).filter((body) => body !== shown?.body),
    baseUrl: configuration().baseUrl.href,
    isDone: search.get('done') === 'passed',
  };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await findForNetwork(actor, id);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const sent = form.value;
    if (sent.intent === 'link') await createOwnLink(actor, { consultationId: id, bodyId: sent.bodyId });
    else await recordPassingOn(actor, id, sent);
    const page = addressIn(context.get(requestFacts).language, href('/network/:id', { id }));
    const done = sent.intent === 'passed' ? '&done=passed' : '';
    return redirect(`${page}?body=${sent.bodyId}${done}`, 303);
  });
}

/** One consultation to pass on: the body's own link, words to copy, what it has done, and what came of it. */
export default function NetworkConsultationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('network');
  const at = useAt();
  const language = useLanguage();
  const refusal = useActionData<typeof action>();
  const { consultation, shown, others, baseUrl, isDone } = loaderData;
  const { title, originalLanguage, bodyName, state, slug } = consultation;
  const times = useNetworkTimes(consultation);
  return (
    <>
      <PageTitle isRefused={!!refusal}>{localize(title, language, originalLanguage).text}</PageTitle>
      <BackLink href={at(href('/network'))}>{t('list.title')}</BackLink>
      <p className="eyebrow">
        <bdi>{bodyName}</bdi>
      </p>
      <h1>
        <Text of={title} original={originalLanguage} />
      </h1>
      <p>
        <StateTag state={state} /> {times.when}
      </p>
      <p className="row">
        <a href={at(href('/consultations/:slug', { slug }))}>{t('consultation.read')}</a>
        {(state === 'reported' || state === 'following-up') && (
          <a href={at(href('/consultations/:slug/report', { slug }))}>{t('consultation.report')}</a>
        )}
      </p>
      {isDone && (
        <Panel tone="good">
          <p>{t('consultation.done')}</p>
        </Panel>
      )}
      {shown && (
        <OwnLink
          body={shown.body}
          link={shown.link}
          consultation={consultation}
          baseUrl={baseUrl}
          refusal={refusal}
        />
      )}
      {others.length > 0 && (
        <section>
          <h2>{t('own.others')}</h2>
          <ul>
            {others.map((body) => (
              <li key={body.id}>
                <a href={`?body=${body.id}`}>
                  <bdi>{body.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
