import { createGateway } from '../../src/database/create-gateway.ts';
import { openEmbeddedEngine } from '../../src/database/embedded/open-embedded.ts';
import type { Gateway } from '../../src/database/gateway.ts';
import type { Engine } from '../../src/database/link.ts';
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
  if (engine === 'postgres') throw new Error('openTestGateway: PostgreSQL is not wired yet');
  const opened = await openEmbeddedEngine('memory');
  const gateway = createGateway(opened);
  return { gateway, asOwner: (text, values = []) => asOwner(opened, text, values), close: () => gateway.close() };
}

/** Time that a `beforeAll` may take: the first one of a run makes the packed database, or starts a PostgreSQL. */
export const OPENING_MS = 120_000;

// Helpers

async function asOwner<R>(engine: Engine, text: string, values: readonly string[]): Promise<R[]> {
  const owner = await engine.takeAsOwner();
  try {
    return rowsOf<R>(await owner.query({ text, values }));
  } finally {
    await owner.release();
  }
}
