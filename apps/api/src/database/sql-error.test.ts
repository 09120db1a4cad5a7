import { expect, it } from 'vitest';
import { CONNECTION_LOST, SqlError, sqlStateOf, toSqlError } from './sql-error.ts';

it("keeps the server's own state, and takes anything else of a driver for a lost connection", () => {
  const server = Object.assign(new Error('duplicate'), {
    code: '23505',
    severity: 'ERROR',
    constraint: 'a_key',
    table: 'a',
  });
  expect(toSqlError(server)).toMatchObject({ sqlState: '23505', constraint: 'a_key', table: 'a', cause: server });
  const socket = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  expect(toSqlError(socket)).toMatchObject({ sqlState: CONNECTION_LOST });
  const everywhere = new AggregateError([new Error('connect ECONNREFUSED ::1:5432'), socket]);
  expect(toSqlError(everywhere).message).toMatch(/ECONNREFUSED ::1:5432; read ECONNRESET$/);
  const own = new SqlError('x', { sqlState: '40001' });
  expect(toSqlError(own)).toBe(own);
});

it('finds the state in what Prisma throws', () => {
  expect(sqlStateOf({ code: 'P2002' })).toBe('23505');
  const adapter = { cause: { kind: 'TransactionWriteConflict', originalCode: '40P01' } };
  expect(sqlStateOf(adapter)).toBe('40P01');
  expect(sqlStateOf({ code: 'P2034', meta: { driverAdapterError: adapter } })).toBe('40P01');
  expect(sqlStateOf(new Error('anything'))).toBeUndefined();
  expect(sqlStateOf(undefined)).toBeUndefined();
});
