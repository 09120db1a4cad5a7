import { openEmbedded } from './embedded/open-embedded.ts';
import type { Gateway } from './gateway.ts';
import { openPostgres } from './open-postgres.ts';

/** Which database, as the environment says. */
export interface DatabaseSettings {
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly dataFolder: string;
}

/**
 * Opens the database that the environment names, with all migrations applied: PostgreSQL by URL, else the embedded one
 * in the data folder.
 *
 * @throws FolderInUse, MigrationError, UnfitDatabase, SqlError: each message says what to do.
 *
 * @example
 * const gateway = await openGateway(readEnvironment());
 */
export function openGateway({ databaseUrl, databaseConnections, dataFolder }: DatabaseSettings): Promise<Gateway> {
  return databaseUrl === undefined
    ? openEmbedded(`${dataFolder}/database`)
    : openPostgres({ url: databaseUrl, connections: databaseConnections });
}
