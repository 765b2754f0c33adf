import type { Route } from './+types/audit-export';
import { exportAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { signedIn } from '~/middleware/actor.server';

/** The audit trail of a consultation as JSON lines, streamed (requirements G1). */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { slug } = await consultationFor(context.get(signedIn), 'read-audit', params.id);
  return new Response(streamed(exportAudit(params.id)), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${slug.replace(/[^\w-]/g, '_')}.jsonl"`,
    },
  });
}

/** Read no faster than the reader takes it. */
function streamed(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
