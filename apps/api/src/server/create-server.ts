import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { compiledExecutor } from '../graphql/compiled/execute-compiled.ts';
import { readTrustedOperations } from '../graphql/trusted-operations.ts';
import { createGraphql } from '../graphql/yoga.ts';
import { TEXT_PATH, textRoute } from '../modules/consent/text-route.ts';
import { unsubscribeRoute } from '../modules/consent/unsubscribe-route.ts';
import { adfRoute } from '../modules/intake/adf-route.ts';
import { createAuth } from './auth.ts';
import { authRoute } from './auth-route.ts';
import { graphqlRoute } from './graphql-route.ts';
import { healthRoute, readyRoute } from './health-routes.ts';
import { BODY_LIMITS } from './read-body.ts';
import { requestListener } from './request-listener.ts';
import type { Resources } from './resources.ts';
import type { ServerSettings } from './server-settings.ts';
import { stopGently } from './stop-gently.ts';

export interface BebackServer {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new request, lets running ones finish for at most `settings.stopWithinMs`, ends subscriptions. */
  stop(): Promise<void>;
}

/**
 * Starts listening. The database, the clock and the log come with `resources`, and stay open when the server stops:
 * who made them closes them.
 *
 * @param port - 0 takes a free one.
 *
 * @example
 * const server = await startServer(resources, schema, settings, { port: 0, host: '127.0.0.1' });
 */
export async function startServer(
  resources: Resources,
  schema: GraphQLSchema,
  settings: ServerSettings,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<BebackServer> {
  const { trustedOrigins } = settings;
  const auth = await createAuth(resources.gateway.directory, {
    secret: settings.authSecret,
    publicUrl: settings.publicUrl,
  });
  const stopping = new AbortController();
  const executor = compiledExecutor(schema);
  const yoga = createGraphql(schema, executor, resources.log, BODY_LIMITS.upload);
  const operations = readTrustedOperations(schema, settings.operations);
  const graphql = graphqlRoute({
    executor,
    yoga,
    operations,
    auth,
    resources,
    trustedOrigins,
    stopping: stopping.signal,
  });
  const signIn = authRoute(auth, trustedOrigins);
  const server = createHttpServer(
    {
      requestTimeout: settings.requestTimeoutMs,
      headersTimeout: Math.min(settings.requestTimeoutMs, 20_000),
      keepAliveTimeout: 65_000,
    },
    requestListener({
      log: resources.log,
      addressSecret: settings.authSecret,
      trustProxy: settings.trustProxy,
      secure: settings.publicUrl.startsWith('https:'),
      staticFolders: settings.staticFolders,
      routes: {
        '/graphql': { name: 'graphql', route: graphql },
        '/intake/adf': { name: 'intake.adf', route: adfRoute(resources) },
        [TEXT_PATH]: { name: 'intake.text', route: textRoute(resources, settings.textToken) },
        '/unsubscribe/*': { name: 'unsubscribe', route: unsubscribeRoute(resources) },
        '/healthz': { name: 'healthz', route: healthRoute },
        '/readyz': { name: 'readyz', route: readyRoute(resources, stopping.signal) },
        '/auth/*': { name: 'auth', route: signIn },
      },
    }),
  );
  await listening(server, port, host);
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    stop: async () => {
      stopping.abort();
      await stopGently(server, settings.stopWithinMs);
      await yoga.dispose();
    },
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
