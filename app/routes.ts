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
    route('invitation', 'routes/account/invitation.tsx', id('invitation')),
    route('invitation/:token', 'routes/account/invitation-link.tsx', id('invitation-link')),
    layout('routes/account/layout.tsx', id('account-layout'), [
      route('account', 'routes/account/account.tsx', id('account')),
      route('account/password', 'routes/account/password.tsx', id('password')),
      route('account/second-factor', 'routes/account/second-factor.tsx', id('second-factor')),
      route('account/backup-codes', 'routes/account/backup-codes.tsx', id('backup-codes')),
    ]),

    // Staff: everything in here is seen by signed-in people only
    layout('routes/officer/layout.tsx', id('staff'), [
      route('officer', 'routes/officer/dashboard.tsx', id('officer')),
      route('admin', 'routes/admin/bodies.tsx', id('admin')),
      route('admin/bodies/new', 'routes/admin/new-body.tsx', id('new-body')),
      route('admin/bodies/:id', 'routes/admin/body.tsx', id('body')),
      route('admin/bodies/:id/invite', 'routes/admin/invite.tsx', id('invite')),
      route('admin/bodies/:id/people/:userId', 'routes/admin/person.tsx', id('person')),

      // One consultation
      route('officer/consultations/:id', 'routes/officer/consultation-layout.tsx', id('consultation'), []),
    ]),

    // The sample hub only
    route('mailbox', 'routes/sample/mailbox.tsx', id('mailbox')),
    route('mailbox/:id', 'routes/sample/message.tsx', id('message')),
    route('rehearsal', 'routes/sample/rehearsal.tsx', id('rehearsal')),

    // Unknown addresses
    route('*', 'routes/public/not-found.tsx', id('not-found')),
  ];
}

export default [
  ...addresses('en'),
  route('cy', 'routes/language.tsx', { id: 'cy' }, addresses('cy')),
  route('ur', 'routes/language.tsx', { id: 'ur' }, addresses('ur')),
] satisfies RouteConfig;
