import { openEmbedded } from './embedded/open-embedded.ts';
import type { Gateway } from './gateway.ts';
import { openPostgres } from './open-postgres.ts';
import type { Preparation } from './prepare-database.ts';

/** Which database, as the environment says. */
export interface DatabaseSettings {
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly dataFolder: string;
}

/**
 * Opens the database that the environment names: PostgreSQL by URL, else the embedded one in the data folder.
 *
 * @param preparation - `migrate` brings it up to date; `check` leaves it as it is and refuses one that is not.
 * @throws FolderInUse, MigrationError, UnfitDatabase, SqlError: each message says what to do.
 *
 * @example
 * const gateway = await openGateway(readEnvironment());
 */
export function openGateway(
  { databaseUrl, databaseConnections, dataFolder }: DatabaseSettings,
  preparation: Preparation = 'migrate',
): Promise<Gateway> {
  return databaseUrl === undefined
    ? openEmbedded(`${dataFolder}/database`, preparation)
    : openPostgres({ url: databaseUrl, connections: databaseConnections }, preparation);
}
