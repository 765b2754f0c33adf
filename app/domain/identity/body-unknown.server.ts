import { HubError } from '~/domain/hub-error';
import { nearestName } from '~/domain/nearest-name';
import type { Transaction } from '~/platform/database/database.server';

/** More short names than a line of the command line has room for. */
const MOST_NAMED = 30;

/** The refusal of a short name that no body has, with those that there are. */
export async function bodyUnknown(slug: string, tx: Pick<Transaction, 'body'>): Promise<HubError> {
  const bodies = await tx.body.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } });
  const known = bodies.map((body) => body.slug);
  const nearest = nearestName(slug, known);
  return new HubError('body-unknown', {
    values: {
      slug,
      known: known.slice(0, MOST_NAMED).join(', '),
      more: Math.max(0, known.length - MOST_NAMED),
      ...(nearest && { nearest }),
    },
  });
}
