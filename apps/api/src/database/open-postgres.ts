import { createGateway } from './create-gateway.ts';
import { type PostgresSettings, postgresEngine } from './engines/postgres.ts';
import type { Gateway } from './gateway.ts';
import type { Engine } from './link.ts';
import { type Preparation, readyDatabase } from './prepare-database.ts';

/** Opens a PostgreSQL (15 or later) with all migrations applied; `check`: refuses one that lacks any. */
export async function openPostgres(settings: PostgresSettings, preparation: Preparation = 'migrate'): Promise<Gateway> {
  return createGateway(await openPostgresEngine(settings, preparation));
}

/** The engine under the walls: for {@link openPostgres} and tests of the walls themselves. */
export async function openPostgresEngine(
  settings: PostgresSettings,
  preparation: Preparation = 'migrate',
): Promise<Engine> {
  const engine = postgresEngine(settings);
  try {
    await readyDatabase(engine, preparation);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}
