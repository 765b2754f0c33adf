import type { Route } from './+types/scan';
import { consultationForAny } from '~/domain/arrival/arrival-access.server';
import { readStoredScan } from '~/domain/arrival/arrival-queries.server';
import { signedIn } from '~/middleware/actor.server';

/** The scan of a line, to be saved, for those who key and those who decide about it. */
export async function loader({ params: { id, arrivalId }, context }: Route.LoaderArgs) {
  await consultationForAny(context.get(signedIn), ['register', 'approve', 'handle-risk'], id);
  const scan = await readStoredScan(id, arrivalId);
  return new Response(new Uint8Array(scan.bytes), {
    headers: {
      'content-type': scan.contentType,
      'content-disposition': `attachment; filename="${scan.name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
