import { Outlet } from 'react-router';
import type { Route } from './+types/layout';
import type { BarHandle } from '~/components/staff/use-page-bar';
import { StaffBar, type StaffBarProps } from '~/components/staff/staff-bar';
import { isOfInfrastructure } from '~/domain/identity';
import { requireActor, signedIn } from '~/middleware/actor.server';

export const middleware: Route.MiddlewareFunction[] = [requireActor];

export const handle: BarHandle<StaffBarProps> = { bar: (loaderData) => <StaffBar {...loaderData} /> };

export function loader({ context }: Route.LoaderArgs): StaffBarProps {
  const actor = context.get(signedIn);
  const { name, isAdministrator } = actor;
  return { name, isAdministrator, isInfrastructure: isOfInfrastructure(actor) };
}

/** What all staff pages share: whoever sees them is signed in, and the way round them stands above. */
export default function StaffLayout() {
  return <Outlet />;
}
