import { matchRoutes, type RouteObject } from 'react-router';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '~/routes';

type Entry = RouteConfigEntry;

/** The English part of the site map, as React Router matches addresses. */
const objects = ((await routes) as Entry[]).filter(({ id }) => id !== 'cy' && id !== 'ur').map(asObject);

function asObject({ id, path, index, children }: Entry): RouteObject {
  if (index) return { ...(id && { id }), index: true };
  return { ...(id && { id }), ...(path && { path }), ...(children && { children: children.map(asObject) }) };
}

/** The ids of all addresses that show something: those at the ends of the map. */
export function allPages(entries: readonly RouteObject[] = objects): string[] {
  return entries.flatMap((entry) => (entry.children ? allPages(entry.children) : entry.id ? [entry.id] : []));
}

/** The id of the page that an English address shows. */
export function pageAt(pathname: string): string | undefined {
  return matchRoutes(objects, pathname)?.at(-1)?.route.id;
}
