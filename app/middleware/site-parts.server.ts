import { createRequestHandler, type ServerBuild } from 'react-router';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/domain/translation';

type RequestHandler = ReturnType<typeof createRequestHandler>;
type Routes = ServerBuild['routes'];

/**
 * The site in parts, each a request handler: the map holds every address once per language, and for each request all of a
 * map's addresses are looked at. So each language is answered from its own third, and of that only from what begins as the
 * address does (`/respond/…`, `/officer/…`).
 */
export function siteParts(build: ServerBuild): (language: Language, pathname: string) => RequestHandler {
  const known = new Map<string, RequestHandler>();
  const beginnings = new Map(Object.keys(build.routes).map((id) => [id, beginningsOf(build.routes, id)]));
  const all = new Set([...beginnings.values()].flatMap((each) => [...each]));
  return (language, pathname) => {
    const first = pathname.split('/')[language === DEFAULT_LANGUAGE ? 1 : 2] ?? '';
    const beginning = all.has(first) ? first : '';
    const key = `${language}/${beginning}`;
    const handler =
      known.get(key) ?? createRequestHandler(partOf(build, language, beginning, beginnings), 'production');
    known.set(key, handler);
    return handler;
  };
}

/** The first segments of all addresses at and under a route; '' for an index or for anything at all. */
function beginningsOf(routes: Routes, id: string): Set<string> {
  const route = routes[id];
  const isBranch = isLanguage(id);
  if (route?.path && !isBranch) return new Set([route.path === '*' ? '' : (route.path.split('/')[0] ?? '')]);
  if (route?.index) return new Set(['']);
  const children = Object.values(routes).filter((child) => child?.parentId === id);
  return new Set(children.flatMap((child) => (child ? [...beginningsOf(routes, child.id)] : [])));
}

function partOf(
  build: ServerBuild,
  language: Language,
  beginning: string,
  beginnings: ReadonlyMap<string, Set<string>>,
): ServerBuild {
  const isIn = (id: string): boolean => {
    const [branch = ''] = id.split('/');
    if (isLanguage(branch) && branch !== language) return false;
    const route = build.routes[id];
    const parent = route?.parentId;
    // Under an address of more segments, everything belongs to where its parent does.
    if (parent && build.routes[parent]?.path && !isLanguage(parent)) return isIn(parent);
    const own = beginnings.get(id);
    return id === 'root' || isLanguage(id) || !own || own.has(beginning) || own.has('');
  };
  const part = <Entry>(routes: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isIn(id)));
  return {
    ...build,
    routes: part(build.routes),
    assets: { ...build.assets, routes: part(build.assets.routes) },
  };
}
