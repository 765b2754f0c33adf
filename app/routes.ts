import { index, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';

/** The whole site map. Every address exists once per language: English without prefix, `/cy/…`, `/ur/…`. */
function addresses(language: string): RouteConfigEntry[] {
  const id = (name: string) => ({ id: `${language}/${name}` });
  return [
    // Reading
    index('routes/public/home.tsx', id('home')),

    // Unknown addresses
    route('*', 'routes/public/not-found.tsx', id('not-found')),
  ];
}

export default [
  ...addresses('en'),
  route('cy', 'routes/language.tsx', { id: 'cy' }, addresses('cy')),
  route('ur', 'routes/language.tsx', { id: 'ur' }, addresses('ur')),
] satisfies RouteConfig;
