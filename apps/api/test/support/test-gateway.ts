import { createTestDatabase, ensureTemplate, type TestDatabase } from '@beback/testing/test-database';
import { createGateway } from '../../src/database/create-gateway.ts';
import { openEmbeddedEngine } from '../../src/database/embedded/open-embedded.ts';
import { postgresEngine } from '../../src/database/engines/postgres.ts';
import type { Gateway } from '../../src/database/gateway.ts';
import type { Engine } from '../../src/database/link.ts';
import { migrationsHash, readMigrations } from '../../src/database/migrations/migration-files.ts';
import { openPostgresEngine } from '../../src/database/open-postgres.ts';
import { rowsOf } from '../../src/database/sql-runner.ts';

/** Both engines: `describe.each(ENGINES)` runs a suite on each. */
export const ENGINES = ['pglite', 'postgres'] as const;
export type EngineName = (typeof ENGINES)[number];

/** A fresh migrated database for one test file. */
export interface TestGateway {
  readonly gateway: Gateway;
  /** SQL beside the walls, as the owner of all tables: to look at what really is in them. Text parameters only. */
  asOwner<R = Record<string, unknown>>(text: string, values?: readonly string[]): Promise<R[]>;
  /** Closes the gateway and drops the database. */
  close(): Promise<void>;
}

/**
 * Opens a fresh migrated database: in memory, or on the test run's own PostgreSQL.
 *
 * @example
 * describe.each(ENGINES)('intake on %s', (engine) => {
 *   let test: TestGateway;
 *   beforeAll(async () => { test = await openTestGateway(engine); }, OPENING_MS);
 *   afterAll(() => test.close());
 * });
 */
export async function openTestGateway(engine: EngineName): Promise<TestGateway> {
  const { opened, drop } = await OPEN[engine]();
  const gateway = createGateway(opened);
  return {
    gateway,
    asOwner: (text, values = []) => asOwner(opened, text, values),
    close: async () => {
      await gateway.close();
      await drop();
    },
  };
}

/** Time that a `beforeAll` may take: the first one of a run makes the packed database, or starts a PostgreSQL. */
export const OPENING_MS = 120_000;

/** A fresh migrated PostgreSQL database of one's own, for tests with several gateways on it. */
export async function openTestPostgres(): Promise<TestDatabase> {
  const hash = migrationsHash(await readMigrations());
  return createTestDatabase({ template: await ensureTemplate('migrated', prepareTemplate, hash) });
}

// Helpers

/** Connections a test may hold at once: fewer than the requests it makes. */
const CONNECTIONS = 8;

interface Opened {
  readonly opened: Engine;
  readonly drop: () => Promise<void>;
}

const OPEN: Readonly<Record<EngineName, () => Promise<Opened>>> = {
  pglite: async () => ({ opened: await openEmbeddedEngine('memory'), drop: () => Promise.resolve() }),
  postgres: async () => {
    const { url, drop } = await openTestPostgres();
    // The template was prepared; preparing each copy again would take longer than most tests.
    return { opened: postgresEngine({ url, connections: CONNECTIONS }), drop };
  },
};

async function prepareTemplate(url: string): Promise<void> {
  await (await openPostgresEngine({ url, connections: 1 })).close();
}

async function asOwner<R>(engine: Engine, text: string, values: readonly string[]): Promise<R[]> {
  const owner = await engine.takeAsOwner();
  try {
    return rowsOf<R>(await owner.query({ text, values }));
  } finally {
    await owner.release();
  }
}
