/** Whether any of the matched routes has a widget that needs script. Reading and answering never do. */
export function wantsScripts(matches: ReadonlyArray<{ handle?: unknown }>): boolean {
  return matches.some((match) => (match.handle as { scripts?: boolean } | undefined)?.scripts === true);
}

/** Whether any of them has a small script of its own, which works on the page as it was rendered. */
export function hasOwnScript(matches: ReadonlyArray<{ handle?: unknown }>): boolean {
  return matches.some((match) => (match.handle as { ownScript?: boolean } | undefined)?.ownScript === true);
}
