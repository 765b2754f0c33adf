import type { Route } from './+types/export';
import { exportResponses } from '~/domain/analysis/export-responses.server';
import { logLook } from '~/domain/analysis/log-look.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { signedIn } from '~/middleware/actor.server';

/** All counted responses as CSV, streamed as the database gives them (requirements A4). */
export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const consultation = await consultationFor(actor, 'read', id);
  await logLook(actor, consultation, 'export');
  return new Response(await exportResponses(id), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="responses-${consultation.slug.replace(/[^\w-]/g, '_')}.csv"`,
      // Compressing a hundred thousand responses would take longer than reading them.
      'cache-control': 'private, no-store, no-transform',
    },
  });
}
