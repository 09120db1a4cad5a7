import { FolderInUse } from './database/embedded/folder-lock.ts';
import { EnvironmentError } from './environment.ts';

/**
 * Why a program cannot start, in words for the person who started it; undefined for a bug, whose stack is worth seeing.
 *
 * @example
 * const refusal = startRefusalOf(error);
 * if (refusal === undefined) throw error;
 * console.error(refusal);
 */
export function startRefusalOf(error: unknown): string | undefined {
  if (error instanceof EnvironmentError || error instanceof FolderInUse) return error.message;
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return undefined;
  return error.code === 'EADDRINUSE'
    ? `Port ${error.port} is in use by another program. Stop it, or choose another with PORT.`
    : undefined;
}
