import { data, type ServerBuild } from 'react-router';
import { HubError } from '~/domain/hub-error';

type Handler = (args: never) => unknown;

/**
 * The build with every loader and action wrapped so that a HubError they let through is answered with its
 * own status and worded by the error page, instead of counting as a fault of the hub's.
 */
export function answerRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { loader, action } = route.module;
      const module = {
        ...route.module,
        ...(loader && { loader: answering(loader as Handler) }),
        ...(action && { action: answering(action as Handler) }),
      };
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes: routes as ServerBuild['routes'] };
}

function answering(handler: Handler) {
  return async (args: never) => {
    try {
      return await handler(args);
    } catch (error) {
      if (error instanceof HubError) throw data({ code: error.code }, { status: error.status });
      throw error;
    }
  };
}
