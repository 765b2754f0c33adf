import type { Route } from './+types/download';
import { exportConsultation } from '~/domain/consultation/export-consultation.server';
import { signedIn } from '~/middleware/actor.server';

/** A whole consultation as one file to keep, to pass on or to start another from. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { name, text } = await exportConsultation(context.get(signedIn), params.id);
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}
