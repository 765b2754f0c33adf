import { href, redirect } from 'react-router';
import type { Route } from './+types/next';
import { addressIn } from '~/domain/translation';
import { takeNextArrival } from '~/domain/arrival/take-next-arrival.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { positiveIn } from '~/middleware/search-parameters';

/** Nothing is here to read: the register has the button. */
export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  await consultationFor(context.get(signedIn), 'register', id);
  return redirect(
    addressIn(context.get(requestFacts).language, href('/officer/consultations/:id/arrivals', { id })),
  );
}

/** Hands the clerk the next line to key; `after` leaves a line for later. */
export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const { language } = context.get(requestFacts);
  const after = positiveIn(new URL(request.url).searchParams, 'after');
  const arrivalId = await takeNextArrival(context.get(signedIn), id, { ...(after && { after }) });
  const next = arrivalId
    ? href('/officer/consultations/:id/key/:arrivalId', { id, arrivalId })
    : `${href('/officer/consultations/:id/arrivals', { id })}?show=not-keyed`;
  return redirect(addressIn(language, next), 303);
}
