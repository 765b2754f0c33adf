import { UNSAFE_SingleFetchRedirectSymbol as sentOtherwise, type ServerBuild } from 'react-router';
import { wantsScripts } from '~/components/scripts';

type Loader = (args: never) => unknown;

/**
 * The build with the data of pages without script marked to stay here. React Router writes out what a page was made
 * from for a script in the browser to read, also where there is none, and that takes a tenth of the time of a page; what
 * carries its symbol it takes to be sent in another way. Should it stop to, pages are slower and nothing else.
 */
export function keepOnServer(build: ServerBuild): ServerBuild {
  const parents = new Set(Object.values(build.routes).map((route) => route?.parentId));
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      const loader = route?.module.loader;
      if (!loader || parents.has(id) || wantsScripts([route.module])) return [id, route];
      return [id, { ...route, module: { ...route.module, loader: marking(loader as Loader) } }];
    }),
  );
  return { ...build, routes: routes as ServerBuild['routes'] };
}

function marking(loader: Loader) {
  return async (args: never) => {
    const data = await loader(args);
    const isPlain =
      typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;
    return isPlain ? Object.defineProperty({ ...data }, sentOtherwise, { value: undefined }) : data;
  };
}
