import type { MappedError } from '@prisma/driver-adapter-utils';
import { CONNECTION_LOST, type SqlError } from './sql-error.ts';

type Mapped = MappedError & { readonly originalCode: string; readonly originalMessage: string };

/** SQLSTATE → the kind by which Prisma chooses its own code (P2002 for a unique violation). */
const KINDS: Readonly<Record<string, (error: SqlError) => MappedError>> = {
  '22001': ({ column }) => ({ kind: 'LengthMismatch', ...(column === undefined ? {} : { column }) }),
  '22003': ({ message }) => ({ kind: 'ValueOutOfRange', cause: message }),
  '22P02': ({ message }) => ({ kind: 'InvalidInputValue', message }),
  '23001': (error) => ({ kind: 'RestrictViolation', ...constraintOf(error) }),
  '23502': ({ column }) => ({
    kind: 'NullConstraintViolation',
    ...(column === undefined ? {} : { constraint: { fields: [column] } }),
  }),
  '23503': (error) => ({ kind: 'ForeignKeyConstraintViolation', ...constraintOf(error) }),
  '23505': (error) => ({
    kind: 'UniqueConstraintViolation',
    ...constraintOf(error),
    ...(error.table === undefined ? {} : { table: error.table }),
  }),
  '40001': () => ({ kind: 'TransactionWriteConflict' }),
  '40P01': () => ({ kind: 'TransactionWriteConflict' }),
  '53300': ({ message }) => ({ kind: 'TooManyConnections', cause: message }),
  [CONNECTION_LOST]: () => ({ kind: 'ConnectionClosed' }),
};

/** Levels an error of either engine to what Prisma's runtime understands. */
export function toMappedError(error: SqlError): Mapped {
  const original = { originalCode: error.sqlState, originalMessage: error.message };
  const mapped = KINDS[error.sqlState]?.(error) ?? {
    kind: 'postgres',
    code: error.sqlState,
    severity: error.severity,
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: undefined,
  };
  return { ...mapped, ...original };
}

// Helpers

function constraintOf({ constraint }: SqlError): { constraint?: { index: string } } {
  return constraint === undefined ? {} : { constraint: { index: constraint } };
}
