import { UnfitDatabase } from './database/check-walls.ts';
import { FolderInUse, FolderUnusable } from './database/embedded/folder-lock.ts';
import { MigrationError } from './database/migrations/migrate.ts';
import { SqlError } from './database/sql-error.ts';
import { EnvironmentError } from './environment.ts';
import { MatchSecretChanged } from './secrets/hold-match-secret.ts';

/** Their messages say what to do. */
const TOLD = [
  EnvironmentError,
  FolderInUse,
  FolderUnusable,
  MatchSecretChanged,
  MigrationError,
  UnfitDatabase,
] as const;

/** SQLSTATE or its class → what is amiss between us and the server. All else is a bug of ours. */
const DATABASE_TROUBLE: Readonly<Record<string, string>> = {
  '08': 'The database of DATABASE_URL does not answer',
  '28': 'The database does not let the login of DATABASE_URL in',
  '3D': 'The database of DATABASE_URL is not there',
  '42501': 'The login of DATABASE_URL may not do what is needed (it must own the tables)',
  '53': 'The database server is short of connections, memory or disk',
  '55P03': 'Another server or transaction holds what is needed, for too long',
  '57': 'The database server ends connections at present',
};

/**
 * Why a program cannot start, in words for the person who started it; undefined for a bug, whose stack is worth seeing.
 *
 * @example
 * const refusal = startRefusalOf(error);
 * if (refusal === undefined) throw error;
 * console.error(refusal);
 */
export function startRefusalOf(error: unknown): string | undefined {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof SqlError) {
    const trouble = DATABASE_TROUBLE[error.sqlState] ?? DATABASE_TROUBLE[error.sqlState.slice(0, 2)];
    return trouble && `${trouble}: ${error.message} (${error.sqlState})`;
  }
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return undefined;
  return error.code === 'EADDRINUSE'
    ? `Port ${error.port} is in use by another program. Stop it, or choose another with PORT.`
    : undefined;
}
