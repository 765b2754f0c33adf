import { data, href, redirect, type RouterContextProvider } from 'react-router';
import type { KeptForm } from '~/components/staff/signed-out';
import { HubError } from '~/domain/hub-error';
import { addressIn } from '~/domain/translation';
import { requestFacts } from './context';
import { readForm } from './forms.server';

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** As many as a form with files may have. */
const MOST_FIELDS = 2000;

/**
 * What somebody meets who is not signed in: a page leads to signing in, and back to it; a form is answered (401) with a
 * page that keeps what was typed and sends it again to the same address. A button alone loses nothing and is answered as
 * a page is. Passwords are never sent back: a form that may hold one keeps nothing (`mayHoldPassword`).
 * @throws a redirect, 401 with the {@link KeptForm}, or 400 or 413 for what cannot be read
 */
export async function refuseSignedOut(
  { request, context }: Args,
  { mayHoldPassword = false } = {},
): Promise<never> {
  const isForm = request.method === 'POST';
  const kept = isForm && !mayHoldPassword ? await keptForm(request) : undefined;
  const isEmpty = kept?.fields.length === 0 && kept.files.length === 0;
  if (isForm && !isEmpty) throw data({ code: 'signed-out', kept }, { status: 401 });
  const { pathname, search } = new URL(request.url);
  const signIn = addressIn(context.get(requestFacts).language, href('/sign-in'));
  throw redirect(`${signIn}?next=${encodeURIComponent(pathname + search)}`);
}

async function keptForm(request: Request): Promise<KeptForm> {
  try {
    const sent = [...(await readForm(request, { maxFiles: 2 })).fields];
    if (sent.length > MOST_FIELDS) throw new HubError('form-too-large', { status: 413 });
    return {
      fields: sent.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : [])),
      files: sent.flatMap(([name, value]) =>
        typeof value !== 'string' && value.size > 0 ? [{ name, fileName: value.name }] : [],
      ),
    };
  } catch (error) {
    if (error instanceof HubError) throw data({ code: error.code }, { status: error.status });
    throw error;
  }
}
