import { startPostgres } from './postgres.ts';

/**
 * A Vitest `globalSetup`: one PostgreSQL for all test files of a package, unless the run brought one up already.
 *
 * @example
 * test: { globalSetup: ['@beback/testing/postgres-setup'] }
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['BEBACK_TEST_DATABASE_URL']) return undefined;
  const server = await startPostgres();
  process.env['BEBACK_TEST_DATABASE_URL'] = server.url;
  return server.stop;
}
