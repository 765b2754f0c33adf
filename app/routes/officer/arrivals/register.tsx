import { randomUUID } from 'node:crypto';
import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/register';
import { ArrivalTable } from '~/components/arrivals/arrival-table';
import { KeyedNotice } from '~/components/arrivals/keyed-notice';
import { RegisterFields } from '~/components/arrivals/register-fields';
import { HubForm, PageTitle } from '~/components/form';
import { NumberKeys } from '~/components/keying/number-keys';
import { useAt } from '~/components/language';
import { Pages, Panel } from '~/components/page-parts';
import { addressIn } from '~/domain/translation';
import { ARRIVAL_FILTERS, arrivalFormSchema, momentOf } from '~/domain/arrival';
import { consultationForAny, may } from '~/domain/arrival/arrival-access.server';
import { countArrivals, lastRegistered, listArrivals } from '~/domain/arrival/arrival-queries.server';
import { registerArrival } from '~/domain/arrival/register-arrival.server';
import { justKeyed } from '~/domain/keying/keyed-queries.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';
import { positiveIn } from '~/middleware/search-parameters';
import { hubNow } from '~/platform/database/clock.server';

/** Numbers choose choices (`NumberKeys`). */
export const handle = { ownScript: true };

export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationForAny(actor, ['register', 'approve'], id);
  const search = new URL(request.url).searchParams;
  const filter = ARRIVAL_FILTERS.find((name) => name === search.get('show')) ?? 'all';
  const before = positiveIn(search, 'before');
  const keyedNumber = positiveIn(search, 'keyed');
  const [counts, list, last, now, keyed] = await Promise.all([
    countArrivals(id),
    listArrivals(id, { filter, before }),
    lastRegistered(id, actor.userId),
    hubNow(),
    keyedNumber ? justKeyed(actor, id, keyedNumber) : undefined,
  ]);
  const isKept = consultation.publishedAt !== null && !consultation.isHeldElsewhere;
  return {
    id,
    zone: consultation.zone,
    mayRegister: isKept && may(actor, 'register', consultation),
    countsPostmark: consultation.postRule === 'postmarked-by',
    nonce: context.get(requestFacts).nonce,
    filter,
    counts,
    keyed,
    added: positiveIn(search, 'added'),
    ...list,
    isLaterPage: before !== undefined,
    defaults: {
      formKey: randomUUID(),
      channel: last?.channel ?? ('post' as const),
      evidence: last?.receivedEvidence ?? '',
      now: momentOf(now, consultation.zone),
    },
  };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consultationForAny(actor, ['register'], id);
  const form = await parseForm(request, arrivalFormSchema, { maxFiles: 1 });
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { scan, ...line } = form.value;
    const bytes = scan && new Uint8Array(await scan.arrayBuffer());
    const { number } = await registerArrival(actor, id, { ...line, scan: bytes });
    const page = addressIn(
      context.get(requestFacts).language,
      href('/officer/consultations/:id/arrivals', { id }),
    );
    return redirect(`${page}?added=${number}`, 303);
  });
}

export default function ArrivalRegister({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('arrivals');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const { id, zone, counts, filter, added, keyed, mayRegister, isLaterPage, nextBefore } = loaderData;
  const page = at(href('/officer/consultations/:id/arrivals', { id }));
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      {keyed && <KeyedNotice consultationId={id} keyed={keyed} />}
      <p className="lede">
        {t('counts.arrived', { count: counts.arrived })}{' '}
        {t('counts.notYetKeyed', { count: counts.notYetKeyed })}{' '}
        {counts.openClaims > 0 && t('counts.openClaims', { count: counts.openClaims })}
      </p>
      {mayRegister && counts.notYetKeyed > counts.openClaims && (
        <form
          method="post"
          action={at(href('/officer/consultations/:id/key', { id }))}
          className="intent-form"
        >
          <button type="submit" className="button">
            {t('keyNext')}
          </button>
        </form>
      )}
      {mayRegister && (
        <section>
          <h2>{t('form.title')}</h2>
          {added && (
            <Panel tone="good" title={t('added.title', { number: added })}>
              <p>{t('added.text', { number: added })}</p>
            </Panel>
          )}
          <HubForm refusal={refusal} hasFiles className="sheet">
            <RegisterFields {...loaderData} refusal={refusal} startsHere={Boolean(added) && !refusal} />
            <button type="submit" className="button">
              {t('form.button')}
            </button>
          </HubForm>
          <NumberKeys nonce={loaderData.nonce} />
        </section>
      )}
      <h2>{t('list.title')}</h2>
      <nav aria-label={t('list.filter')}>
        <ul className="list-filter">
          {ARRIVAL_FILTERS.map((name) => (
            <li key={name}>
              <a
                href={name === 'all' ? page : `${page}?show=${name}`}
                aria-current={name === filter ? 'true' : undefined}
              >
                {t(`list.show.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {loaderData.arrivals.length === 0 ? (
        <p>{t(filter === 'all' ? 'list.empty' : 'list.none')}</p>
      ) : (
        <ArrivalTable consultationId={id} zone={zone} arrivals={loaderData.arrivals} />
      )}
      <Pages
        first={isLaterPage ? `${page}?show=${filter}` : undefined}
        next={nextBefore === undefined ? undefined : `${page}?show=${filter}&before=${nextBefore}`}
      />
    </>
  );
}
