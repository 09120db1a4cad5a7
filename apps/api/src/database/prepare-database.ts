import { installBoss } from '../jobs/boss.ts';
import { checkWalls } from './check-walls.ts';
import { jobDatabase } from './job-database.ts';
import type { Engine } from './link.ts';
import { migrate } from './migrations/migrate.ts';
import type { MigrationFile } from './migrations/migration-files.ts';

/**
 * Brings a database up to date. Safe to run at each start and by several servers at once.
 *
 * @returns the names of the migrations applied now.
 */
export async function prepareDatabase(
  engine: Engine,
  migrations: readonly MigrationFile[],
): Promise<readonly string[]> {
  const owner = await engine.takeAsOwner();
  const applied = await migrate(owner, migrations).finally(() => owner.release());
  await checkWalls(engine);
  await installBoss(
    jobDatabase(() => engine.take({ role: 'jobs' })),
    engine.kind,
  );
  return applied;
}
