import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page's script runs: false on the server and in the first pass in the browser. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
