import type { Route } from './exchange.ts';
import type { Resources } from './resources.ts';
import { sendJson } from './respond.ts';

/** GET /healthz: the process answers. */
export const healthRoute: Route = async ({ response }) => sendJson(response, 200, { status: 'ok' });

/**
 * GET /readyz: 200 once requests can be served: migrated, the clock read (both before the server is made), the
 * database answering now, and not about to stop. Else 503.
 */
export function readyRoute(resources: Resources, stopping: AbortSignal): Route {
  return async ({ response }) => {
    if (stopping.aborted) return sendJson(response, 503, { status: 'stopping' });
    try {
      await resources.gateway.ping();
    } catch (error) {
      resources.log.error({ err: error }, 'the database does not answer');
      return sendJson(response, 503, { status: 'databaseAway' });
    }
    return sendJson(response, 200, { status: 'ready', engine: resources.gateway.engine });
  };
}
