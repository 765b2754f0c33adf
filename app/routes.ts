import { index, layout, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';

/** The whole site map. Every address exists once per language: English without prefix, `/cy/…`, `/ur/…`. */
function addresses(language: string): RouteConfigEntry[] {
  const id = (name: string) => ({ id: `${language}/${name}` });
  return [
    // Reading
    index('routes/public/home.tsx', id('home')),

    // Accounts
    route('sign-in', 'routes/account/sign-in.tsx', id('sign-in')),
    route('sign-in/code', 'routes/account/sign-in-code.tsx', id('sign-in-code')),
    route('sign-out', 'routes/account/sign-out.tsx', id('sign-out')),
    layout('routes/account/layout.tsx', id('account-layout'), [
      route('account', 'routes/account/account.tsx', id('account')),
    ]),

    // Staff: everything in here is seen by signed-in people only
    layout('routes/officer/layout.tsx', id('staff'), [
      route('officer', 'routes/officer/dashboard.tsx', id('officer')),
      route('admin', 'routes/admin/bodies.tsx', id('admin')),

      // One consultation
      route('officer/consultations/:id', 'routes/officer/consultation-layout.tsx', id('consultation'), []),
    ]),

    // Unknown addresses
    route('*', 'routes/public/not-found.tsx', id('not-found')),
  ];
}

export default [
  ...addresses('en'),
  route('cy', 'routes/language.tsx', { id: 'cy' }, addresses('cy')),
  route('ur', 'routes/language.tsx', { id: 'ur' }, addresses('ur')),
] satisfies RouteConfig;
