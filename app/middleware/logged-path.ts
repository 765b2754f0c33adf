/** An address as the log may hold it: no query, and no token of a link. */
export function loggedPath(address: string): string {
  const { pathname } = URL.parse(address, 'http://hub.invalid') ?? { pathname: '?' };
  return pathname.replace(/(\/(?:notice|invitation|password|resume)\/)[^/]+/, '$1…');
}
