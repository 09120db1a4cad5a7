import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { sqlStateOf } from '../../src/database/sql-error.ts';
import { json, statement } from '../../src/database/statement.ts';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

describe.each(ENGINES)('a statement that comes again, on %s', (engine) => {
  let test: TestGateway;
  let group: GroupDatabase;
  beforeAll(async () => {
    test = await openTestGateway(engine);
    group = test.gateway.enterGroup(newId());
  }, OPENING_MS);
  afterAll(() => test.close());

  it('answers with the same columns, with rows and without', async () => {
    const numbers = statement('numbers', `select n, n::text as word from generate_series(1, $1::int) as n`);
    for (const most of [2, 0, 1, 0, 3]) {
      const rows = await group.sql(numbers, [most]);
      expect(rows).toEqual(Array.from({ length: most }, (_, n) => ({ n: n + 1, word: String(n + 1) })));
    }
  });

  it('works again after it has failed, the first time or later', async () => {
    const half = statement('half', 'select 10 / $1::int as half');
    for (const by of [0, 2, 0, 0, 5]) {
      if (by === 0) expect(await group.sql(half, [by]).catch(sqlStateOf)).toBe('22012');
      else expect(await group.sql(half, [by])).toEqual([{ half: 10 / by }]);
    }
  });

  it('does not stop others after one that cannot be prepared', async () => {
    const wrong = statement('wrong', 'select nothing_of_that_name');
    for (let time = 0; time < 2; time++) expect(await group.sql(wrong, []).catch(sqlStateOf)).toBe('42703');
    expect(await group.sql(statement('right', 'select 1 as one'), [])).toEqual([{ one: 1 }]);
  });

  it('hands out again what it read of the columns that are kept, and reads all others anew', async () => {
    const kept = statement('kept', 'select $1::json as kept, $1::json as fresh', ['kept']);
    const ask = async (value: unknown) => (await group.sql<{ kept: unknown; fresh: unknown }>(kept, [json(value)]))[0];
    const [first, second, other] = [await ask({ a: 1 }), await ask({ a: 1 }), await ask({ a: 2 })];
    expect(first).toEqual({ kept: { a: 1 }, fresh: { a: 1 } });
    expect(second?.kept).toBe(first?.kept);
    expect(second?.fresh).not.toBe(first?.fresh);
    expect(other).toEqual({ kept: { a: 2 }, fresh: { a: 2 } });
  });

  it('gives each of many at once its own rows', async () => {
    const echo = statement('echo', 'select $1::text as word');
    const words = Array.from({ length: 40 }, (_, n) => `word ${n}`);
    expect(await Promise.all(words.map((word) => group.sql(echo, [word])))).toEqual(words.map((word) => [{ word }]));
  });
});
