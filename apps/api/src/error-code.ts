import { sqlStateOf } from './database/sql-error.ts';

/** The code of an error: an SQLSTATE, Node's, Prisma's or a library's own; undefined where it has none. */
export function codeOfError(error: unknown): string | undefined {
  const sqlState = sqlStateOf(error);
  if (sqlState !== undefined || !(error instanceof Error)) return sqlState;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What of an error may be kept: messages of drivers and parsers quote values, and those may be people's.
 *
 * @example
 * nameAndCode(error); // 'SqlError 23505'
 */
export function nameAndCode(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const code = codeOfError(error);
  return code === undefined ? name : `${name} ${code}`;
}
