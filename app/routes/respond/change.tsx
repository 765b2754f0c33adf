import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/change';
import { Button } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { BackLink, Panel } from '~/components/page-parts';
import { ClearComputer } from '~/components/respond/clear-computer';
import { useDeadlineWords } from '~/components/respond/deadline-notice';
import { useTranslation } from '~/components/words';
import { changeResponse } from '~/domain/response/change-response.server';
import { loadDraft } from '~/domain/response/response-draft.server';
import { addressIn } from '~/domain/translation';
import { draftCookieOf, keepDraft } from '~/middleware/answering-cookies.server';
import { redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';
import { attempt, readForm } from '~/middleware/forms.server';
import { hangsOnCookie } from '~/middleware/start-answer.server';
import { openTraced, statusAddress } from '~/middleware/traced-response.server';

/** Says what changing a response does, and what of this browser's it would delete. */
export async function loader(args: Route.LoaderArgs) {
  const traced = await openTraced(args);
  if (!traced.mayChange) throw redirect(statusAddress(args), 303);
  const held = await heldDraft(args.request);
  const isInTheWay = held && held.replacesId !== traced.id && hangsOnCookie(held);
  return {
    traced,
    unsent: isInTheWay ? { key: held.id, title: held.title, original: held.originalLanguage } : undefined,
  };
}

/** Leads to checking a new answer that is filled with the response, or to the one that was begun before. */
export async function action(args: Route.ActionArgs) {
  const { fields } = await readForm(args.request);
  return attempt({ typed: {} }, async () => {
    const { id, slug } = await openTraced(args);
    const { language } = args.context.get(requestFacts);
    const checkAt = addressIn(language, href('/respond/:slug/check', { slug }));
    const held = await heldDraft(args.request);
    if (held?.replacesId === id) return redirect(checkAt, 303);
    if (held && hangsOnCookie(held) && fields.get('replace') !== held.id) {
      return redirect(addressIn(language, href('/your-response/change')), 303);
    }
    const { cookie } = await changeResponse({
      responseId: id,
      language,
      replaced: draftCookieOf(args.request),
    });
    return redirectWithCookies(checkAt, [keepDraft(cookie)]);
  });
}

/** The answer that this browser holds and has not sent. */
async function heldDraft(request: Request) {
  const draft = await loadDraft(draftCookieOf(request));
  return draft?.submittedAt ? undefined : draft;
}

export default function ChangeResponse({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('your-response');
  const at = useAt();
  const words = useDeadlineWords();
  const refusal = useActionData<typeof action>();
  const { traced, unsent } = loaderData;
  return (
    <div className="answering">
      <PageTitle isRefused={!!refusal}>{t('change.title')}</PageTitle>
      <BackLink href={at(href('/your-response/status'))} />
      <p className="eyebrow">
        <Text of={traced.title} original={traced.originalLanguage} />
      </p>
      <HubForm refusal={refusal}>
        <h1>{t('change.title')}</h1>
        <p className="lede">{t('change.text')}</p>
        <p>{t('change.until', { reference: traced.reference, deadline: words(traced.deadline) })}</p>
        <p>{t('change.receipt')}</p>
        {unsent && (
          <Panel tone="warning" title={t('change.unsent.title')}>
            <p>{t('change.unsent.text')}</p>
            <p>
              <Text of={unsent.title} original={unsent.original} />
            </p>
            <input type="hidden" name="replace" value={unsent.key} />
          </Panel>
        )}
        <Button>{t('change.button')}</Button>
      </HubForm>
      <ClearComputer slug={traced.slug} fate="sent" />
    </div>
  );
}
