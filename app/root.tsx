import { useTranslation } from '~/components/words';
import {
  Links,
  Outlet,
  Scripts,
  isRouteErrorResponse,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import type { Route } from './+types/root';
import { PageShell } from '~/components/page-shell';
import { useLanguage } from '~/components/language';
import { directionOf } from '~/domain/translation';
import { requestFacts } from '~/middleware/context';
import { refuseForeignForm } from '~/middleware/foreign-form.server';
import stylesheet from '~/components/styles/hub.css?url';

export const links: Route.LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

export const middleware: Route.MiddlewareFunction[] = [refuseForeignForm];

export function loader({ context }: Route.LoaderArgs) {
  return { requestId: context.get(requestFacts).requestId };
}

/** Whether any of the matched routes has a widget that needs script. Reading and answering never do. */
export function wantsScripts(matches: ReadonlyArray<{ handle?: unknown }>): boolean {
  return matches.some((match) => (match.handle as { scripts?: boolean } | undefined)?.scripts === true);
}

/** Whether any of them has a small script of its own, which works on the page as it was rendered. */
export function hasOwnScript(matches: ReadonlyArray<{ handle?: unknown }>): boolean {
  return matches.some((match) => (match.handle as { ownScript?: boolean } | undefined)?.ownScript === true);
}

function Document({ children }: { children: React.ReactNode }) {
  const language = useLanguage();
  const matches = useMatches();
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Links />
      </head>
      <body>
        {children}
        {wantsScripts(matches) && <Scripts />}
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Document>
      <PageShell>
        <Outlet />
      </PageShell>
    </Document>
  );
}

/** What to do when a page cannot be shown: in words a person understands, with the request's id. */
export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>('root');
  const { t } = useTranslation('common');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = [403, 404, 409, 410, 413, 429].includes(status)
    ? String(status)
    : status < 500
      ? '400'
      : '500';
  return (
    <Document>
      <PageShell>
        <title>{t(`failure.${kind}.title`)}</title>
        <h1>{t(`failure.${kind}.title`)}</h1>
        <p className="lede">{t(`failure.${kind}.text`)}</p>
        {kind === '500' && root && <p>{t('failure.request', { id: root.requestId })}</p>}
      </PageShell>
    </Document>
  );
}
