import { installBoss } from '../jobs/boss.ts';
import { checkWalls } from './check-walls.ts';
import { jobDatabase } from './job-database.ts';
import type { Engine } from './link.ts';
import { checkMigrated, migrate } from './migrations/migrate.ts';
import { type MigrationFile, readMigrations } from './migrations/migration-files.ts';

/**
 * Brings a database up to date: our tables, the queue's, and what hangs on the server's own state. Safe to run at each
 * start and by several servers at once.
 *
 * @returns the names of the migrations applied now.
 */
export function prepareDatabase(engine: Engine, migrations: readonly MigrationFile[]): Promise<readonly string[]> {
  return inTurn(engine, async () => {
    const owner = await engine.takeAsOwner();
    const applied = await migrate(owner, migrations).finally(() => owner.release());
    await checkWalls(engine);
    const jobs = jobDatabase(() => engine.take({ role: 'jobs' }));
    await installBoss(jobs, engine.kind);
    return applied;
  });
}

/** What is done with a database before anybody works with it: brought up to date, or looked at and left as it is. */
export type Preparation = 'migrate' | 'check';

/**
 * Readies a database with this package's migrations.
 *
 * @throws MigrationError, UnfitDatabase, SqlError.
 */
export async function readyDatabase(engine: Engine, preparation: Preparation): Promise<void> {
  const migrations = await readMigrations();
  if (preparation === 'migrate') return void (await prepareDatabase(engine, migrations));
  const owner = await engine.takeAsOwner();
  await checkMigrated(owner, migrations).finally(() => owner.release());
  await checkWalls(engine);
}

// Helpers

/** Ours alone: "beback" in ASCII. The migrations take Prisma's own lock besides. */
const PREPARE_LOCK = '108187581768555';

/** One server prepares at a time. The embedded database has one server, and one connection that must not wait for itself. */
async function inTurn<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  if (engine.kind === 'pglite') return work();
  const guard = await engine.takeAsOwner();
  try {
    await guard.query({ text: 'select pg_advisory_lock($1)', values: [PREPARE_LOCK] });
    return await work();
  } finally {
    await guard.release();
  }
}
