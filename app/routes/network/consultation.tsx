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
import { addressIn } from '~/components/translator';
import { createOwnLink } from '~/domain/dissemination/create-links.server';
import { findForNetwork } from '~/domain/dissemination/dissemination-queries.server';
import { passingSchema, recordPassingOn } from '~/domain/dissemination/record-passing-on.server';
import { localize } from '~/domain/translation';
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
  return {
    consultation: await findForNetwork(context.get(signedIn), id),
    baseUrl: configuration().baseUrl.href,
    isDone: new URL(request.url).searchParams.get('done') === 'passed',
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
    return redirect(sent.intent === 'passed' ? `${page}?done=passed` : page, 303);
  });
}

/** One consultation to pass on: the body's own link, words to copy, what it has done, and what came of it. */
export default function NetworkConsultationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('network');
  const at = useAt();
  const language = useLanguage();
  const refusal = useActionData<typeof action>();
  const { consultation, baseUrl, isDone } = loaderData;
  const { title, originalLanguage, bodyName, state, slug, own } = consultation;
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
      {own.map(({ body, link }) => (
        <OwnLink
          key={body.id}
          body={body}
          link={link}
          consultation={consultation}
          baseUrl={baseUrl}
          refusal={refusal?.typed['bodyId']?.[0] === body.id || own.length === 1 ? refusal : undefined}
        />
      ))}
    </>
  );
}
