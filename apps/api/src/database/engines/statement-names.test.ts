import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPENING_MS, openTestPostgres } from '../../../test/support/test-gateway.ts';
import type { Gateway } from '../gateway.ts';
import { newId } from '../new-id.ts';
import { openPostgres } from '../open-postgres.ts';
import { statement } from '../statement.ts';
import { statementNames } from './statement-names.ts';

/** As the writers of many rows make them: one name, a text for each number of rows. */
const rowsStatement = (rows: number) =>
  statement(
    'rows of any number',
    `select count(*)::int as rows from (values ${Array.from({ length: rows }, (_, n) => `($${n + 1}::text)`).join()}) as r`,
  );

describe('names of prepared statements', () => {
  it('stay with a text, given or made', () => {
    const names = statementNames();
    expect(names.nameOf('select 1', 'one')).toBe('one');
    expect(names.nameOf('select 1', 'one')).toBe('one');
    const made = names.nameOf('select 2', undefined);
    expect(made).toMatch(/^s_/);
    expect(names.nameOf('select 2', undefined)).toBe(made);
  });

  it('are not given to long texts, nor to ever new ones, whoever names them', () => {
    const names = statementNames();
    expect(names.nameOf(`select ${'1 + '.repeat(5_000)} 1`, 'long abc')).toBeUndefined();
    const texts = Array.from({ length: 2_000 }, (_, n) => `select ${n}`);
    expect(texts.filter((text) => names.nameOf(text, undefined) !== undefined).length).toBe(500);
    const given = texts.filter((text, n) => names.nameOf(text, `rows of any number ${n}`) !== undefined);
    expect(given.length).toBeLessThan(20);
    // A statement that comes later is prepared all the same.
    expect(names.nameOf('select now()', 'another 0123')).toBe('another 0123');
  });
});

describe('a connection of PostgreSQL', () => {
  let gateway: Gateway;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await openTestPostgres();
    gateway = await openPostgres({ url: database.url, connections: 1 });
    drop = database.drop;
  }, OPENING_MS);
  afterAll(async () => {
    await gateway.close();
    await drop();
  });

  it('keeps a bounded number of statements, however many rows are written at once', async () => {
    const group = gateway.enterGroup(newId());
    for (let rows = 1; rows <= 200; rows += 1) {
      const values = Array.from({ length: rows }, (_, n) => `${n}`);
      expect(await group.sql(rowsStatement(rows), values)).toEqual([{ rows }]);
    }
    const KEPT = statement(
      'kept',
      `select count(*)::int as kept from pg_prepared_statements where name like 'rows of any%'`,
    );
    const [kept] = await group.sql<{ kept: number }>(KEPT, []);
    expect(kept?.kept).toBeGreaterThan(0);
    expect(kept?.kept).toBeLessThan(20);
  });
});
