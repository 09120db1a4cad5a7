import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupDatabase, GroupTransaction } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { COMMIT_ROLLED_BACK, SqlError, sqlStateOf, UNIQUE_VIOLATION } from '../../src/database/sql-error.ts';
import { statement } from '../../src/database/statement.ts';
import { makeSomeRows, type SomeRows, someFact } from '../support/some-rows.ts';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

const ISOLATION = statement('isolation', `select current_setting('transaction_isolation') as level`);

describe.each(ENGINES)('a transaction on %s', (engine) => {
  let test: TestGateway;
  let database: GroupDatabase;
  let rows: SomeRows;
  const customer = (id: string): { groupId: string; id: string; createdAt: Date } => ({
    groupId: rows.groupId,
    id,
    createdAt: new Date('2026-11-21T16:00:00Z'),
  });
  const exists = async (id: string): Promise<boolean> =>
    (await database.prisma.customer.count({ where: { groupId: rows.groupId, id } })) === 1;

  beforeAll(async () => {
    test = await openTestGateway(engine);
    database = test.gateway.enterGroup(newId());
    rows = await makeSomeRows(database);
    // A key that is checked at COMMIT, for the failures that come only then.
    await test.asOwner(`create table late (group_id uuid not null, id int primary key deferrable initially deferred)`);
    await test.asOwner(`select wall_in('late')`);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('commits what Prisma and SQL wrote in it, and shows both to each other', async () => {
    const id = newId();
    const seen = await database.transaction(async (tx) => {
      await tx.prisma.customer.create({ data: customer(id) });
      return tx.sql(statement('one', 'select id from customer where group_id = $1 and id = $2'), [rows.groupId, id]);
    });
    expect(seen).toEqual([{ id }]);
    expect(await exists(id)).toBe(true);
  });

  it('rolls back what Prisma and SQL wrote when the work throws, and hands on what was thrown', async () => {
    const id = newId();
    const thrown = new Error('No');
    const work = database.transaction(async (tx) => {
      await tx.prisma.customer.create({ data: customer(id) });
      throw thrown;
    });
    await expect(work).rejects.toBe(thrown);
    expect(await exists(id)).toBe(false);
  });

  it('fails at COMMIT when a failed statement was swallowed, and tells which', async () => {
    const id = newId();
    const work = database.transaction(async (tx) => {
      await tx.prisma.customer.create({ data: customer(id) });
      await tx.prisma.customer.create({ data: customer(rows.customerId) }).catch(() => {});
      return 'ok';
    });
    const error = await work.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SqlError);
    expect(error).toMatchObject({ sqlState: COMMIT_ROLLED_BACK, cause: { sqlState: UNIQUE_VIOLATION } });
    expect(await exists(id)).toBe(false);
  });

  it('fails at COMMIT the same way when it is Prisma that began it', async () => {
    const id = newId();
    const swallowing = database.prisma.$transaction(async (prisma) => {
      await prisma.customer.create({ data: customer(id) });
      await prisma.customer.create({ data: customer(rows.customerId) }).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow();
    expect(await exists(id)).toBe(false);
  });

  it('fails at COMMIT when a deferred constraint does', async () => {
    const insert = statement('late', 'insert into late (group_id, id) values ($1, 1), ($1, 1)');
    const work = database.transaction((tx) => tx.sql(insert, [rows.groupId]));
    expect(await work.catch(sqlStateOf)).toBe(UNIQUE_VIOLATION);
    const byPrisma = database.prisma.$transaction((prisma) => prisma.$executeRawUnsafe(insert.text, rows.groupId));
    expect(await byPrisma.catch(sqlStateOf)).toBe(UNIQUE_VIOLATION);
    expect(
      await database.sql(statement('late rows', 'select id from late where group_id = $1'), [rows.groupId]),
    ).toEqual([]);
  });

  it('rolls back a batch of Prisma whole', async () => {
    const id = newId();
    const batch = database.prisma.$transaction([
      database.prisma.customer.create({ data: customer(id) }),
      database.prisma.customer.create({ data: customer(rows.customerId) }),
    ]);
    expect(await batch.catch(sqlStateOf)).toBe(UNIQUE_VIOLATION);
    expect(await exists(id)).toBe(false);
  });

  it('runs the work again after a serialization failure and a deadlock, at most a few times', async () => {
    for (const sqlState of ['40001', '40P01']) {
      let runs = 0;
      const raise = statement(`raise ${sqlState}`, `select raise_state('${sqlState}')`);
      await test.asOwner(`create or replace function raise_state(state text) returns void language plpgsql as $$
        begin raise exception using errcode = state; end $$`);
      const result = await database.transaction(async (tx) => {
        runs += 1;
        if (runs < 3) await tx.sql(raise, []);
        return runs;
      });
      expect(result).toBe(3);
      const hopeless = database.transaction((tx) => tx.prisma.$queryRawUnsafe(raise.text));
      expect(await hopeless.catch(sqlStateOf)).toBe(sqlState);
    }
  });

  it('takes the isolation level it was asked for, and refuses one that PostgreSQL does not have', async () => {
    const level = (isolationLevel: 'Serializable' | 'ReadCommitted'): Promise<unknown> =>
      database.prisma.$transaction((prisma) => prisma.$queryRawUnsafe(ISOLATION.text), { isolationLevel });
    expect(await level('Serializable')).toEqual([{ level: 'serializable' }]);
    expect(await level('ReadCommitted')).toEqual([{ level: 'read committed' }]);
    expect(await database.transaction((tx) => tx.sql(ISOLATION, []))).toEqual([{ level: 'read committed' }]);
  });

  it('goes on after a rollback to a savepoint', async () => {
    const [kept, lost] = [newId(), newId()];
    await database.transaction(async (tx) => {
      await tx.prisma.customer.create({ data: customer(kept) });
      await tx.sql(statement('save', 'savepoint before'), []);
      await tx.prisma.customer.create({ data: customer(lost) });
      await tx.prisma.customer.create({ data: customer(rows.customerId) }).catch(() => {});
      await tx.sql(statement('back', 'rollback to savepoint before'), []);
    });
    expect([await exists(kept), await exists(lost)]).toEqual([true, false]);
  });

  it('cannot be ended by a statement', async () => {
    for (const text of ['commit', '  COMMIT', '/* so */ rollback', 'end', 'begin', "prepare transaction 'x'"]) {
      const work = database.transaction((tx) => tx.sql(statement('control', text), []));
      await expect(work, text).rejects.toThrow('A statement controls the transaction');
    }
  });

  it('takes no more statements when it is over', async () => {
    let escaped: GroupTransaction | undefined;
    await database.transaction(async (tx) => {
      escaped = tx;
    });
    await expect(escaped?.sql(ISOLATION, [])).rejects.toThrow('The transaction is over');
    await expect(escaped?.prisma.customer.count()).rejects.toThrow();
  });

  it('answers 400 at once without losing one', async () => {
    const made = await Promise.all(
      Array.from({ length: 400 }, () =>
        database.transaction(async (tx) => {
          const fact = someFact(rows);
          await tx.prisma.fact.create({ data: fact });
          return fact.id;
        }),
      ),
    );
    const found = await database.prisma.fact.count({ where: { groupId: rows.groupId, id: { in: made } } });
    expect(found).toBe(400);
  });

  it('tells a broken rule alike on both engines, by Prisma and by SQL', async () => {
    const twice = await database.prisma.customer.create({ data: customer(rows.customerId) }).catch((error) => error);
    expect(twice).toMatchObject({ code: 'P2002' });
    expect(sqlStateOf(twice)).toBe(UNIQUE_VIOLATION);
    const insert = statement('again', 'insert into customer (group_id, id, created_at) values ($1, $2, now())');
    const bySql = await database.sql(insert, [rows.groupId, rows.customerId]).catch((error) => error);
    expect(bySql).toMatchObject({ sqlState: UNIQUE_VIOLATION, constraint: 'customer_pkey', table: 'customer' });
    const orphan = { groupId: rows.groupId, customerId: newId(), nameSealed: new Uint8Array([1]) };
    expect(await database.prisma.customerPerson.create({ data: orphan }).catch((error) => error)).toMatchObject({
      code: 'P2003',
    });
    const missing = statement('missing', 'insert into customer (group_id, id) values ($1, $2)');
    expect(await database.sql(missing, [rows.groupId, newId()]).catch(sqlStateOf)).toBe('23502');
    expect(await database.sql(statement('typo', 'select nothing'), []).catch(sqlStateOf)).toBe('42703');
    const gone = database.prisma.customer.update({
      where: { groupId_id: { groupId: rows.groupId, id: newId() } },
      data: { erasedAt: null },
    });
    await expect(gone).rejects.toMatchObject({ code: 'P2025' });
  });
});
