import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { sharedPostgresUrl } from './postgres.ts';

export interface TestDatabase {
  /** A superuser's URL of this database. */
  readonly url: string;
  readonly name: string;
  /** Ends whoever is still connected and drops the database. */
  readonly drop: () => Promise<void>;
}

export interface TestDatabaseOptions {
  /** Name of a template made by {@link ensureTemplate}; absent: an empty database. */
  readonly template?: string;
}

/**
 * Creates a database of its own for one test file, on the run's shared server.
 *
 * @example
 * const template = await ensureTemplate('migrated', (url) => migrate(url), migrationsHash);
 * const database = await createTestDatabase({ template });
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const server = await sharedPostgresUrl();
  await onServer(server, (client) =>
    client.query(`create database ${name}${options.template ? ` template ${quoted(options.template)}` : ''}`),
  );
  return {
    url: databaseUrl(server, name),
    name,
    drop: () => onServer(server, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

/**
 * Makes a template database once for all test files and processes of the run, and returns its name. `version` tells
 * one content from another (a hash of the migrations): with another version another template is made.
 *
 * @example
 * await ensureTemplate('migrated', async (url) => { await migrate(url); }, hashOfMigrations);
 */
export async function ensureTemplate(
  name: string,
  prepare: (url: string) => Promise<void>,
  version: string,
): Promise<string> {
  const template = `template_${name}_${createHash('sha256').update(version).digest('hex').slice(0, 12)}`;
  const server = await sharedPostgresUrl();
  await onServer(server, async (client) => {
    // Held by this connection: whoever comes second waits, and then finds the template made.
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${quoted(unfinished)} with (force)`);
    await client.query(`create database ${quoted(unfinished)}`);
    await prepare(databaseUrl(server, unfinished));
    // No connections: `create database … template` refuses a template that somebody is connected to.
    await client.query(`alter database ${quoted(unfinished)} with allow_connections false`);
    await client.query(`alter database ${quoted(unfinished)} rename to ${quoted(template)}`);
  });
  return template;
}

// Helpers

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
