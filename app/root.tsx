import { useTranslation } from '~/components/words';
import {
  Outlet,
  Scripts,
  isRouteErrorResponse,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import type { Route } from './+types/root';
import { wantsScripts } from '~/components/scripts';
import { PageShell } from '~/components/page-shell';
import { SignedOut } from '~/components/staff/signed-out';
import { PageLanguage, useLanguage } from '~/components/language';
import { directionOf } from '~/domain/translation';
import { requestFacts } from '~/middleware/context';
import { refuseForeignForm } from '~/middleware/foreign-form.server';
import stylesheet from '~/components/styles/hub.css?url';

export const middleware: Route.MiddlewareFunction[] = [refuseForeignForm];

export function loader({ context }: Route.LoaderArgs) {
  return { requestId: context.get(requestFacts).requestId };
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
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
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
    <PageLanguage>
      <Document>
        <PageShell>
          <Outlet />
        </PageShell>
      </Document>
    </PageLanguage>
  );
}

/** What to do when a page cannot be shown: in words a person understands, with the request's id. */
export function ErrorBoundary() {
  return (
    <PageLanguage>
      <Document>
        <PageShell>
          <Failure />
        </PageShell>
      </Document>
    </PageLanguage>
  );
}

function Failure() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>('root');
  const { t } = useTranslation('common');
  if (isRouteErrorResponse(error) && error.data?.code === 'signed-out')
    return <SignedOut kept={error.data.kept} />;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const isLinkNeeded = isRouteErrorResponse(error) && error.data?.code === 'notice-link-needed';
  const kind = isLinkNeeded ? 'notice-link-needed' : kindOf(status);
  return (
    <>
      <title>{t(`failure.${kind}.title`)}</title>
      <h1>{t(`failure.${kind}.title`)}</h1>
      <p className="lede">{t(`failure.${kind}.text`)}</p>
      {kind === '500' && root && <p>{t('failure.request', { id: root.requestId })}</p>}
    </>
  );
}

function kindOf(status: number): string {
  if ([403, 404, 409, 410, 413, 429].includes(status)) return String(status);
  return status < 500 ? '400' : '500';
}
