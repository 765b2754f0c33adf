import { href, redirect } from 'react-router';
import type { Route } from './+types/pass-on-link';
import { addressIn } from '~/domain/translation';
import { findLinkedConsultation } from '~/domain/dissemination/find-link.server';
import { requestFacts } from '~/middleware/context';

/** The short address an infrastructure body passes on: leads to the consultation, which remembers the code. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { language } = context.get(requestFacts);
  const consultation = await findLinkedConsultation(params.code);
  if (!consultation) return redirect(`${addressIn(language, href('/consultations'))}?link=unknown`);
  const page = addressIn(language, href('/consultations/:slug', { slug: consultation.slug }));
  return redirect(`${page}?via=${consultation.code}`);
}
