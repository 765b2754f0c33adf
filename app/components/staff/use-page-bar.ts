import type { ReactNode } from 'react';
import { useMatches } from 'react-router';

/** What a layout's `handle` says to put between the masthead and the page, drawn from the layout's own loader. */
export type BarHandle<Data> = { bar: (loaderData: Data) => ReactNode };

/** The bar of the innermost layout that has one; null on pages for everyone. */
export function usePageBar(): ReactNode {
  const match = useMatches().findLast((candidate) => candidate.loaderData && isBarHandle(candidate.handle));
  return match && isBarHandle(match.handle) ? match.handle.bar(match.loaderData) : null;
}

function isBarHandle(handle: unknown): handle is BarHandle<unknown> {
  return typeof handle === 'object' && handle !== null && 'bar' in handle;
}
