import { createGateway } from './create-gateway.ts';
import { type PostgresSettings, postgresEngine } from './engines/postgres.ts';
import type { Gateway } from './gateway.ts';
import type { Engine } from './link.ts';
import { readMigrations } from './migrations/migration-files.ts';
import { prepareDatabase } from './prepare-database.ts';

/** Opens a PostgreSQL (15 or later) with all migrations applied. */
export async function openPostgres(settings: PostgresSettings): Promise<Gateway> {
  return createGateway(await openPostgresEngine(settings));
}

/** The engine under the walls: for {@link openPostgres} and tests of the walls themselves. */
export async function openPostgresEngine(settings: PostgresSettings): Promise<Engine> {
  const engine = postgresEngine(settings);
  try {
    await prepareDatabase(engine, await readMigrations());
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}
