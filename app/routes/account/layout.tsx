import { Outlet } from 'react-router';
import type { Route } from './+types/layout';
import type { BarHandle } from '~/components/staff/use-page-bar';
import { StaffBar, type StaffBarProps } from '~/components/staff/staff-bar';
import { isOfInfrastructure } from '~/domain/identity';
import { actorOfRequest } from '~/domain/identity/actor-of-request.server';
import { requireAccount, signedInAccount } from '~/middleware/account.server';

export const middleware: Route.MiddlewareFunction[] = [requireAccount];

export const handle: BarHandle<StaffBarProps> = { bar: (loaderData) => <StaffBar {...loaderData} /> };

export async function loader({ request, context }: Route.LoaderArgs): Promise<StaffBarProps> {
  const { name } = context.get(signedInAccount);
  const actor = await actorOfRequest(request.headers);
  return {
    name,
    isAdministrator: actor?.isAdministrator ?? false,
    isInfrastructure: actor !== undefined && isOfInfrastructure(actor),
  };
}

/** The pages on which people look after their own account. */
export default function AccountLayout() {
  return <Outlet />;
}
