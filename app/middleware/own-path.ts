const NOWHERE = 'http://hub.invalid';

/** The path a `next` parameter names, if it leads to this hub; everything else leads nowhere. */
export function ownPath(next: string | null | undefined): string | undefined {
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return undefined;
  const url = URL.parse(next, NOWHERE);
  if (url?.origin !== NOWHERE || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search;
}
