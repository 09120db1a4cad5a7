/**
 * A statement or a COMMIT failed. The same on both engines; `sqlState` is the five characters of PostgreSQL's
 * appendix A, or one of our own (`BB001`: an append-only row was to change), or `BBRBK`: the COMMIT rolled back.
 */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly sqlState: string;
  readonly severity: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  /** May quote values: never to be logged or shown. */
  readonly detail: string | undefined;

  constructor(message: string, fields: SqlErrorFields, options?: ErrorOptions) {
    super(message, options);
    this.sqlState = fields.sqlState;
    this.severity = fields.severity ?? 'ERROR';
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
    this.detail = fields.detail;
  }
}

export interface SqlErrorFields {
  readonly sqlState: string;
  readonly severity?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  readonly detail?: string | undefined;
}

/** COMMIT answered ROLLBACK: a statement had failed and the failure was swallowed. */
export const COMMIT_ROLLED_BACK = 'BBRBK';
/** Raised by the guards of append-only tables. */
export const APPEND_ONLY = 'BB001';
/** Raised by the door of the set-up once somebody is in the database. */
export const SET_UP_ALREADY = 'BB003';
/** The connection broke; whether a COMMIT on its way took effect is unknown. Class 08 of PostgreSQL. */
export const CONNECTION_LOST = '08006';
export const UNIQUE_VIOLATION = '23505';

/** What both drivers put into their errors. */
interface DriverError {
  readonly message: string;
  readonly code: string;
  readonly severity?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  readonly detail?: string | undefined;
}

/** Makes an {@link SqlError} of whatever a driver threw: an error of the server by its SQLSTATE, all else as a lost connection. */
export function toSqlError(error: unknown): SqlError {
  if (error instanceof SqlError) return error;
  const cause = { cause: error };
  if (isDriverError(error)) {
    const { code: sqlState, severity, constraint, table, column, detail } = error;
    return new SqlError(error.message, { sqlState, severity, constraint, table, column, detail }, cause);
  }
  return new SqlError(`The connection to the database failed: ${saidBy(error)}`, { sqlState: CONNECTION_LOST }, cause);
}

/**
 * The SQLSTATE of a failed statement or COMMIT, whether it came by {@link SqlError} or through Prisma; undefined for
 * any other error.
 *
 * @example
 * if (sqlStateOf(error) === UNIQUE_VIOLATION) return theOtherOne();
 */
export function sqlStateOf(error: unknown): string | undefined {
  if (error instanceof SqlError) return error.sqlState;
  if (typeof error !== 'object' || error === null) return undefined;
  const fields = error as { code?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
  const cause = fields.cause as { originalCode?: unknown } | undefined;
  if (typeof cause?.originalCode === 'string') return cause.originalCode;
  const inner = sqlStateOf(fields.meta?.driverAdapterError) ?? sqlStateOf(cause);
  return inner ?? (typeof fields.code === 'string' ? PRISMA_CODES[fields.code] : undefined);
}

// Helpers

/** Prisma's codes that stand for one SQLSTATE. */
const PRISMA_CODES: Readonly<Record<string, string>> = {
  P2002: '23505',
  P2003: '23503',
  P2011: '23502',
  P2034: '40001',
};

/** A host with several addresses fails with an error for each, and no message of its own. */
function saidBy(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(saidBy).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function isDriverError(error: unknown): error is DriverError {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, severity } = error as Partial<DriverError>;
  return (
    typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && typeof message === 'string' && severity !== undefined
  );
}
