import { createContext, data, type MiddlewareFunction, type RouterContextProvider } from 'react-router';

const isForeign = createContext(false);

/**
 * Marks a form that was sent from a page of another origin, or of one that hides itself. React Router would answer it in
 * bare text; without its origin it comes as far as the root, which refuses it with a page in words.
 */
export function markForeignForm(request: Request, context: RouterContextProvider): Request {
  const origin = request.headers.get('origin');
  if (origin === null || request.method === 'GET' || origin === new URL(request.url).origin) return request;
  context.set(isForeign, true);
  const headers = new Headers(request.headers);
  headers.delete('origin');
  return new Request(request, { headers });
}

/** Refuses such a form (400) before anything is read of it. */
export const refuseForeignForm: MiddlewareFunction<Response> = ({ context }) => {
  if (context.get(isForeign)) throw data(null, { status: 400 });
};
